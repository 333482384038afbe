package nearfar.client.report;

import java.time.Duration;
import java.util.Locale;
import nearfar.client.EventText;
import org.jspecify.annotations.Nullable;

/** The lines of a lab's log as lines for people. */
public final class Follow {

  private Follow() {}

  /**
   * One line as text, such as {@code 12:00:01.123 client-wan-1 greeted connect 0.4 ms greeting 31.2
   * ms}. What is no event of a client or of wan-control stays as it is.
   */
  public static String text(String line) {
    LogLine logLine = LogLine.parse(line);
    Event event = logLine.event();
    if (event != null) {
      try {
        String words = words(event);
        if (words != null) {
          return String.format(
              Locale.ROOT,
              "%s  %-13s  %s",
              EventText.time(event.time()),
              logLine.container(),
              words);
        }
      } catch (IllegalArgumentException e) {
        return line; // an event with something missing: let people see it
      }
    }
    return line;
  }

  private static @Nullable String words(Event event) {
    return switch (event.name()) {
      case "watching" ->
          EventText.watching(
              event.text("host"),
              event.number("port"),
              Duration.ofNanos(event.millis("interval_ms")));
      case "greeted" -> EventText.greeted(event.millis("connect_ms"), event.millis("greeting_ms"));
      case "failed" -> EventText.failed(event.text("reason"));
      case "totals" ->
          "totals    %d greeted, %d failed"
              .formatted(event.number("greetings"), event.number("failures"));
      case "guarding" -> "guarding  " + event.text("summary");
      case "changing" -> "changing  to " + event.text("to");
      case "changed" -> "changed   " + event.text("summary");
      case "restored" -> "restored  " + event.text("summary");
      case "lost" -> "lost      " + event.text("why");
      default -> null;
    };
  }
}
