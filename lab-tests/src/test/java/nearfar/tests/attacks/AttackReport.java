package nearfar.tests.attacks;

import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nearfar.lab.Exchange;

/**
 * What an attack came to.
 *
 * @param attacker what the attacker says of it
 * @param address the attacker's own; empty if it shares a client's
 * @param honest what honest clients saw, from its start until all were greeted again
 * @param memory the most that the server had, in bytes
 * @param log what the server wrote meanwhile
 */
record AttackReport(
    String name,
    String attacker,
    String address,
    List<Exchange> honest,
    long memory,
    List<JsonObject> log) {

  long greeted() {
    return honest.stream().filter(Exchange::greeted).count();
  }

  List<Exchange> failed() {
    return honest.stream().filter(exchange -> !exchange.greeted()).toList();
  }

  /** How long an honest client waited at most, be it in vain. */
  Duration longest() {
    return honest.stream()
        .map(exchange -> Duration.ofNanos(exchange.endNanos() - exchange.startNanos()))
        .max(Duration::compareTo)
        .orElse(Duration.ZERO);
  }

  /**
   * A number that the attacker tells.
   *
   * @param words what it says, with a group for the number
   */
  long said(String words) {
    Matcher matcher = Pattern.compile(words).matcher(attacker);
    if (!matcher.find()) {
      throw new AssertionError("no '" + words + "' in: " + attacker);
    }
    return Long.parseLong(matcher.group(1));
  }

  /** How many lines there are of each event, with the reason where it has one. */
  Map<String, Long> lines() {
    return counted(log.stream());
  }

  /** The same of those lines that tell of the attacker's own connections. */
  Map<String, Long> linesOfTheAttacker() {
    return counted(
        log.stream()
            .filter(line -> line.has("peer"))
            .filter(line -> line.get("peer").getAsString().contains(address + ":")));
  }

  private static Map<String, Long> counted(Stream<JsonObject> lines) {
    return new TreeMap<>(
        lines.collect(Collectors.groupingBy(AttackReport::word, Collectors.counting())));
  }

  private static String word(JsonObject line) {
    // Toxiproxy calls it a message.
    String event = line.get(line.has("event") ? "event" : "message").getAsString();
    return line.has("reason") ? event + " " + line.get("reason").getAsString() : event;
  }

  /** In a few lines for people. */
  String text() {
    Map<String, Long> reasons =
        new TreeMap<>(
            failed().stream()
                .collect(
                    Collectors.groupingBy(
                        exchange -> String.valueOf(exchange.reason()), Collectors.counting())));
    return """
    %s: %s
      honest clients: greeted %d, at most %d ms; failed %s
      server: %d MB; log %s, of the attacker %s\
    """
        .formatted(
            name,
            attacker.strip(),
            greeted(),
            longest().toMillis(),
            reasons.isEmpty() ? "none" : reasons,
            memory >> 20,
            lines(),
            linesOfTheAttacker());
  }
}
