package nearfar.lab.report;

import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Milliseconds as numbers for programs and as text for the page. */
final class Millis {
  private static final String NONE = "–";

  private Millis() {}

  /** To the microsecond. */
  static double of(long nanos) {
    return Math.round(nanos / 1e3) / 1e3;
  }

  static double of(Duration duration) {
    return of(duration.toNanos());
  }

  /** About three digits, such as {@code 0.31}, {@code 24.7} and {@code 1204}; without the unit. */
  static String number(double millis) {
    if (!Double.isFinite(millis)) {
      return NONE;
    }
    double size = Math.abs(millis);
    String format = size < 9.995 ? "%.2f" : size < 99.95 ? "%.1f" : "%.0f";
    return String.format(Locale.ROOT, format, millis);
  }

  static String number(@Nullable Double millis) {
    return millis == null ? NONE : number(millis.doubleValue());
  }

  /** With two decimals, which aligns the numbers of a column. */
  static String fine(double millis) {
    return Double.isFinite(millis) ? String.format(Locale.ROOT, "%.2f", millis) : NONE;
  }

  /** Without trailing zeros, such as {@code 14} and {@code 2.5}. */
  static String plain(double millis) {
    return fine(millis).replaceFirst("\\.?0+$", "");
  }

  /** Seconds on the timeline, such as {@code 4.20 s}. */
  static String seconds(long nanos) {
    return String.format(Locale.ROOT, "%.2f", nanos / 1e9);
  }
}
