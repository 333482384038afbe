package nearfar.client;

/** Formats nanoseconds as milliseconds: up to three decimals for programs, one for people. */
public final class Millis {

  private static final int MICROS = 1000;

  private Millis() {}

  /**
   * To the microsecond, without trailing zeros, such as {@code 31.25}. Does not use BigDecimal,
   * whose class initialization takes 15 ms in a starting program.
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

  /** With one decimal and the unit, such as {@code 31.2 ms}. */
  public static String text(long nanos) {
    return Tenths.of(nanos / 1e6) + " ms";
  }
}
