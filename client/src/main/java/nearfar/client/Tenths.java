package nearfar.client;

/** Formats numbers with one decimal, without loading locale data as String.format does. */
public final class Tenths {

  private Tenths() {}

  /**
   * The number with one decimal, such as {@code 31.2}.
   *
   * @param value at least 0
   */
  public static String of(double value) {
    long tenths = Math.round(value * 10);
    return tenths / 10 + "." + tenths % 10;
  }
}
