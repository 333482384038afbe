package nearfar.client.report;

import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Stream;
import nearfar.client.EventText;
import nearfar.common.log.LogEvent;
import org.jspecify.annotations.Nullable;

/** The lines of a lab's log, each as it comes. */
public final class Follow {

  private static final String NEAR = "\u001b[36m";
  private static final String FAR = "\u001b[33m";
  private static final String LINK = "\u001b[1m";
  private static final String WRONG = "\u001b[31m";
  private static final String PLAIN = "\u001b[0m";

  private Follow() {}

  /**
   * One line as text, such as {@code 12:00:01.123 client-wan-1 greeted connect 0.4 ms greeting 31.2
   * ms}. So is every event of a client and of wan-control; any other line stays as it is.
   */
  public static String text(String line) {
    LogLine logLine = LogLine.parse(line);
    String[] parts = parts(logLine);
    return parts == null
        ? line
        : String.format(Locale.ROOT, "%s  %-13s  %s", parts[0], logLine.container(), parts[1]);
  }

  /** The same in the colours of a terminal: near, far, the link, and what went wrong. */
  public static String colored(String line) {
    LogLine logLine = LogLine.parse(line);
    String[] parts = parts(logLine);
    if (parts == null) {
      return line;
    }
    String side = color(logLine.service());
    boolean wrong = Stream.of("failed", "lost", "forgotten").anyMatch(parts[1]::startsWith);
    return String.format(
        Locale.ROOT,
        "%s  %s%-13s%s  %s%s%s",
        parts[0],
        side,
        logLine.container(),
        PLAIN,
        wrong ? WRONG : side,
        parts[1],
        PLAIN);
  }

  /** One JSON object: the event, with {@code who} said it before all else. */
  public static String json(String line) {
    LogLine logLine = LogLine.parse(line);
    LogEvent event = logLine.event();
    JsonObject json = new JsonObject();
    json.addProperty("who", logLine.container());
    if (event == null || !event.json().has("event")) {
      json.addProperty("event", "text");
      json.addProperty("text", logLine.text());
    } else {
      event.json().entrySet().forEach(field -> json.add(field.getKey(), field.getValue()));
    }
    return json.toString();
  }

  private static String color(String service) {
    if (!service.startsWith(LabLog.CLIENT_PREFIX)) {
      return LINK;
    }
    return service.equals(LabLog.CLIENT_PREFIX + Report.NEAR) ? NEAR : FAR;
  }

  /**
   * The time of day and the event in words; null if there is no event, or something of it is
   * missing.
   */
  private static String @Nullable [] parts(LogLine logLine) {
    LogEvent event = logLine.event();
    if (event == null) {
      return null;
    }
    try {
      String words = words(event);
      return words == null ? null : new String[] {EventText.time(event.time()), words};
    } catch (IllegalArgumentException e) {
      return null; // let people see the line itself
    }
  }

  private static @Nullable String words(LogEvent event) {
    return switch (event.name()) {
      case "watching" ->
          EventText.watching(
              event.text("host"),
              event.number("port"),
              Duration.ofNanos(event.millis("interval_ms")));
      case "greeted" -> EventText.greeted(event.millis("connect_ms"), event.millis("greeting_ms"));
      case "failed" -> EventText.failed(event.text("reason"));
      case "totals" ->
          "totals    %s greeted, %s failed"
              .formatted(event.number("greetings"), event.number("failures"));
      case "guarding" -> "guarding  " + event.text("summary");
      case "changing" -> "changing  to " + event.text("to");
      case "changed" -> "changed   " + event.text("summary");
      case "restored" -> "restored  " + event.text("summary");
      case "lost" -> "lost      " + event.text("why");
      case "flapped" ->
          "flapped   to %s, turn %s".formatted(event.text("to"), event.number("turn"));
      case "forgotten" -> "forgotten " + event.text("why");
      default -> null;
    };
  }
}
