package nearfar.lab;

import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What an attack came to.
 *
 * @param attacker what the attacker says of it
 * @param honest what honest clients saw, from its start until all were greeted again
 * @param memory the most that the server had, in bytes
 * @param log what the server wrote meanwhile
 */
record AttackReport(
    String name, String attacker, List<Exchange> honest, long memory, List<JsonObject> log) {

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

  /** How many lines there are of each event, with the reason where it has one. */
  Map<String, Long> lines() {
    return new TreeMap<>(
        log.stream().collect(Collectors.groupingBy(AttackReport::word, Collectors.counting())));
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
      server: %d MB; log %s\
    """
        .formatted(
            name,
            attacker.strip(),
            greeted(),
            longest().toMillis(),
            reasons.isEmpty() ? "none" : reasons,
            memory >> 20,
            lines());
  }
}
