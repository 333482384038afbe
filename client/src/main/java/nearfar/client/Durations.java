package nearfar.client;

import java.time.Duration;
import nearfar.common.units.DurationText;

/**
 * Durations as people write them: {@code 250us}, {@code 500ms}, {@code 1.5s}, {@code 2m}, {@code
 * 1h}.
 */
public final class Durations {

  private Durations() {}

  /**
   * Reads a duration, down to the nanosecond.
   *
   * @throws IllegalArgumentException if the text is not a duration; the message quotes the text and
   *     shows valid ones
   */
  public static Duration parse(String text) {
    String word = text.strip();
    Duration duration;
    try {
      duration = DurationText.read(word);
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException("\"" + text + "\" is too fine or too long a duration", e);
    }
    if (duration != null) {
      return duration;
    }
    throw new IllegalArgumentException(
        word.matches("\\d+(\\.\\d+)?")
            ? "\"" + word + "\" has no unit; write it with one, such as 500ms or 2s"
            : "\"" + text + "\" is not a duration; write 500ms, 1.5s or 2m");
  }

  /** The shortest form that {@link #parse} reads back, to the millisecond. */
  public static String print(Duration duration) {
    long millis = duration.toMillis();
    if (millis % 60_000 == 0 && millis > 0) {
      return millis / 60_000 + "m";
    }
    return millis % 1000 == 0 ? millis / 1000 + "s" : millis + "ms";
  }
}
