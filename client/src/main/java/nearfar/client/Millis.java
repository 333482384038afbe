package nearfar.client;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** Nanoseconds as milliseconds: for programs with up to three decimals, for people with one. */
public final class Millis {

  private Millis() {}

  /** To the microsecond, with no zeros at the end. */
  public static BigDecimal exact(long nanos) {
    BigDecimal millis = BigDecimal.valueOf(nanos, 6).setScale(3, RoundingMode.HALF_UP);
    BigDecimal shortest = millis.stripTrailingZeros();
    return shortest.scale() < 0 ? shortest.setScale(0) : shortest; // 100, not 1E+2
  }

  /** Such as {@code 31.2 ms}. */
  public static String text(long nanos) {
    return String.format(Locale.ROOT, "%.1f ms", nanos / 1e6);
  }
}
