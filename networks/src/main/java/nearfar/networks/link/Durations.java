package nearfar.networks.link;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import nearfar.common.units.DurationText;

/**
 * Durations as people write them in files and on command lines: {@code 40ms}, {@code 1.5s}, {@code
 * 250us}.
 */
public final class Durations {
  /** The units that are written and that errors list; minutes and hours can be read as well. */
  private static final Map<String, Long> NANOS = new LinkedHashMap<>();

  static {
    NANOS.put("ns", 1L);
    NANOS.put("us", 1_000L);
    NANOS.put("ms", 1_000_000L);
    NANOS.put("s", 1_000_000_000L);
  }

  private Durations() {}

  /**
   * Reads a duration, exactly.
   *
   * @throws IllegalArgumentException naming the text, if it has no unit, an unknown one, or is
   *     finer than a nanosecond
   */
  public static Duration parse(String text) {
    try {
      Duration duration = DurationText.read(text.strip());
      if (duration != null) {
        return duration;
      }
    } catch (ArithmeticException tooFine) {
      throw new IllegalArgumentException(
          "'%s' is too fine or too long a duration".formatted(text), tooFine);
    }
    throw Quantity.wrong(text, "duration", "40ms", NANOS);
  }

  /** Writes a duration so that {@link #parse} reads the same one again. */
  public static String format(Duration duration) {
    return duration.isZero() ? "0ms" : Quantity.format(duration.toNanos(), NANOS);
  }
}
