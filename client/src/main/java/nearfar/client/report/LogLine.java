package nearfar.client.report;

import java.util.regex.Pattern;
import nearfar.common.log.LogEvent;
import org.jspecify.annotations.Nullable;

/**
 * A line of {@code docker compose logs --no-color}: {@code client-wan-1 | text}.
 *
 * @param container such as {@code client-wan-1}; empty for a message of Compose itself
 * @param text the container's output
 */
record LogLine(String container, String text) {

  /** Compose 2.26 prints erase codes before its own messages, even with {@code --no-color}. */
  private static final Pattern TERMINAL_CONTROL = Pattern.compile("\u001b\\[[0-9;]*[A-Za-z]");

  private static final Pattern NUMBER_AT_THE_END = Pattern.compile("-\\d+$");

  static LogLine parse(String raw) {
    String line = raw.indexOf('\u001b') < 0 ? raw : TERMINAL_CONTROL.matcher(raw).replaceAll("");
    int bar = line.indexOf('|');
    String container = bar < 0 ? "" : line.substring(0, bar).strip();
    return container.isEmpty() || container.indexOf(' ') >= 0
        ? new LogLine("", line)
        : new LogLine(container, line.substring(bar + 1).strip());
  }

  /** The container's service, such as {@code client-wan}. */
  String service() {
    return NUMBER_AT_THE_END.matcher(container).replaceFirst("");
  }

  /** Null if the text is not a JSON object. */
  @Nullable LogEvent event() {
    return LogEvent.parse(text);
  }
}
