package nearfar.client.report;

import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Stream;
import nearfar.client.EventText;
import nearfar.common.log.LogEvent;
import org.jspecify.annotations.Nullable;

/** Formats single lines of a lab's log, for people or for programs. Stateless. */
public final class LogLineFormatter {

  private static final String NEAR = "\u001b[36m";
  private static final String FAR = "\u001b[33m";
  private static final String LINK = "\u001b[1m";
  private static final String ERROR = "\u001b[31m";
  private static final String RESET = "\u001b[0m";

  private LogLineFormatter() {}

  /**
   * Formats an event of a client or of wan-control as text, such as {@code 12:00:01.123
   * client-wan-1 greeted connect 0.4 ms greeting 31.2 ms}. Returns any other line unchanged.
   */
  public static String text(String line) {
    LogLine logLine = LogLine.parse(line);
    String[] parts = parts(logLine);
    return parts == null
        ? line
        : String.format(Locale.ROOT, "%s  %-13s  %s", parts[0], logLine.container(), parts[1]);
  }

  /** Like {@link #text}, with terminal colours for near, far, the link and errors. */
  public static String colored(String line) {
    LogLine logLine = LogLine.parse(line);
    String[] parts = parts(logLine);
    if (parts == null) {
      return line;
    }
    String color = color(logLine.service());
    boolean isError = Stream.of("failed", "lost", "forgotten").anyMatch(parts[1]::startsWith);
    return String.format(
        Locale.ROOT,
        "%s  %s%-13s%s  %s%s%s",
        parts[0],
        color,
        logLine.container(),
        RESET,
        isError ? ERROR : color,
        parts[1],
        RESET);
  }

  /** One JSON object: the event's fields after {@code who}, the name of the container. */
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
   * The time of day and the description; null if the line has no event, the event is of another
   * kind, or a field is missing.
   */
  private static String @Nullable [] parts(LogLine logLine) {
    LogEvent event = logLine.event();
    if (event == null) {
      return null;
    }
    try {
      String description = description(event);
      return description == null ? null : new String[] {EventText.time(event.time()), description};
    } catch (IllegalArgumentException e) {
      return null; // the caller shows the line itself
    }
  }

  private static @Nullable String description(LogEvent event) {
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
