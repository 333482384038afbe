package nearfar.common.cli;

/**
 * A positional parameter of a command.
 *
 * @param label its name in the help
 * @param least how often it has to be given, 0 or 1
 * @param most how often it may be given
 */
public record Parameter(String label, int least, int most, String description) {

  /** One that has to be given. */
  public static Parameter one(String label, String description) {
    return new Parameter(label, 1, 1, description);
  }

  /** One that may be given. */
  public static Parameter optional(String label, String description) {
    return new Parameter(label, 0, 1, description);
  }

  /** Any number of them; only the last of a command's parameters can be. */
  public static Parameter any(String label, String description) {
    return new Parameter(label, 0, Integer.MAX_VALUE, description);
  }

  /** At least one of them; only the last of a command's parameters can be. */
  public static Parameter some(String label, String description) {
    return new Parameter(label, 1, Integer.MAX_VALUE, description);
  }

  String synopsis() {
    String text = most > 1 ? label + "..." : label;
    return least == 0 ? "[" + text + "]" : text;
  }
}
