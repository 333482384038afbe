package nearfar.client;

/** Nanoseconds as milliseconds: for programs with up to three decimals, for people with one. */
public final class Millis {

  private static final int MICROS = 1000;

  private Millis() {}

  /**
   * To the microsecond, with no zeros at the end, such as {@code 31.25}. Not by BigDecimal: that
   * squares numbers of ten thousand digits when it is loaded, for which a program that just starts
   * takes 15 ms.
   *
   * @param nanos at least 0
   */
  public static String exact(long nanos) {
    long micros = nanos / 1000 + (nanos % 1000 >= 500 ? 1 : 0);
    String whole = String.valueOf(micros / MICROS);
    long rest = micros % MICROS;
    if (rest == 0) {
      return whole;
    }
    String decimals = String.valueOf(MICROS + rest).substring(1);
    int end = decimals.length();
    while (decimals.charAt(end - 1) == '0') {
      end--;
    }
    return whole + "." + decimals.substring(0, end);
  }

  /** Such as {@code 31.2 ms}. */
  public static String text(long nanos) {
    return Tenths.of(nanos / 1e6) + " ms";
  }
}
