package nearfar.common.units;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Durations as people write them, read alike by all programs: {@code 250us}, {@code 40ms}, {@code
 * 1.5s}, {@code 2m}, {@code 1h}. BigDecimal is avoided: it adds 15 ms to the start of a program.
 */
public final class DurationText {
  private static final long SECOND = 1_000_000_000;

  private static final Pattern FORM =
      Pattern.compile("(\\d{1,12})(?:\\.(\\d{1,9}))?(ns|us|ms|s|m|h)");

  private DurationText() {}

  /**
   * Reads a duration, exactly.
   *
   * @return null if the text is not a number with one of the units ns, us, ms, s, m, h
   * @throws ArithmeticException if it is finer than a nanosecond, or longer than 292 years
   */
  public static @Nullable Duration read(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return null;
    }
    long unit = nanos(form.group(3));
    long whole = Math.multiplyExact(Long.parseLong(form.group(1)), unit);
    String decimals = form.group(2);
    return Duration.ofNanos(decimals == null ? whole : Math.addExact(whole, part(decimals, unit)));
  }

  private static long nanos(String unit) {
    return switch (unit) {
      case "ns" -> 1;
      case "us" -> 1_000;
      case "ms" -> 1_000_000;
      case "s" -> SECOND;
      case "m" -> 60 * SECOND;
      default -> 3_600 * SECOND;
    };
  }

  /** The value of the decimals, of a unit that is whole seconds or a part of one. */
  private static long part(String decimals, long unit) {
    long billionths = Long.parseLong((decimals + "00000000").substring(0, 9));
    if (unit >= SECOND) {
      return billionths * (unit / SECOND);
    }
    if (billionths * unit % SECOND != 0) {
      throw new ArithmeticException("finer than a nanosecond");
    }
    return billionths * unit / SECOND;
  }
}
