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
 * The result of an attack.
 *
 * @param attacker the attacker's output
 * @param address the attacker's address; empty if it shares a client's
 * @param honest the exchanges of honest clients, from its start until all were greeted again
 * @param memory the server's maximum, in bytes
 * @param log the server's log during the attack
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

  /** The longest wait of an honest client, greeted or not. */
  Duration longest() {
    return honest.stream()
        .map(exchange -> Duration.ofNanos(exchange.endNanos() - exchange.startNanos()))
        .max(Duration::compareTo)
        .orElse(Duration.ZERO);
  }

  /**
   * A number from the attacker's output.
   *
   * @param words a pattern with a group for the number
   */
  long said(String words) {
    Matcher matcher = Pattern.compile(words).matcher(attacker);
    if (!matcher.find()) {
      throw new AssertionError("no '" + words + "' in: " + attacker);
    }
    return Long.parseLong(matcher.group(1));
  }

  /** The number of lines of each event, with its reason if it has one. */
  Map<String, Long> lines() {
    return counted(log.stream());
  }

  /** The same, only for the attacker's connections. */
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

  /** The result in a few lines for people. */
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
