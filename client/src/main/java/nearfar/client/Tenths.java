package nearfar.client;

/** Numbers with one decimal, for people; without the locale's data, which String.format loads. */
public final class Tenths {

  private Tenths() {}

  /**
   * Such as {@code 31.2}.
   *
   * @param value at least 0
   */
  public static String of(double value) {
    long tenths = Math.round(value * 10);
    return tenths / 10 + "." + tenths % 10;
  }
}
