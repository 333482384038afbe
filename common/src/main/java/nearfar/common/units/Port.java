package nearfar.common.units;

/** TCP ports that a program can connect to: 1 to 65535. */
public final class Port {
  /** The highest. */
  public static final int MAX = 65_535;

  private Port() {}

  /**
   * Reads a port.
   *
   * @throws IllegalArgumentException if the text is not one; the message quotes it
   */
  public static int parse(String text) {
    try {
      int port = Integer.parseInt(text);
      if (isValid(port)) {
        return port;
      }
    } catch (NumberFormatException noNumber) {
      // The same message as for a number out of range.
    }
    throw notAPort(text);
  }

  /**
   * Returns the number if it is a port.
   *
   * @throws IllegalArgumentException if it is not; the message has it
   */
  public static int require(int number) {
    if (!isValid(number)) {
      throw notAPort(String.valueOf(number));
    }
    return number;
  }

  private static boolean isValid(int number) {
    return number >= 1 && number <= MAX;
  }

  private static IllegalArgumentException notAPort(String text) {
    return new IllegalArgumentException("'" + text + "' is not a port (1 to 65535)");
  }
}
