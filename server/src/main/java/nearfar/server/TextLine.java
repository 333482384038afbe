package nearfar.server;

import java.time.Duration;
import java.time.Instant;

/**
 * An event as a line for people, such as {@code 2026-01-01T09:00:00.000Z greeted peer=... ms=0.2}.
 */
final class TextLine implements ServerEvent.Details {

  private final StringBuilder line = new StringBuilder();

  private TextLine() {}

  static String of(Instant time, ServerEvent event) {
    TextLine text = new TextLine();
    text.line.append(LogFormat.time(time)).append(' ').append(event.name());
    event.describe(text);
    return text.line.toString();
  }

  @Override
  public void text(String name, String value) {
    line.append(' ').append(name).append('=');
    if (value.contains(" ")) {
      line.append('"').append(value).append('"');
    } else {
      line.append(value);
    }
  }

  @Override
  public void number(String name, long value) {
    line.append(' ').append(name).append('=').append(value);
  }

  @Override
  public void duration(String name, Duration value) {
    line.append(' ').append(name).append('=').append(LogFormat.milliseconds(value));
  }
}
