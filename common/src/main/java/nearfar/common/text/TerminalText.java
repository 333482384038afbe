package nearfar.common.text;

/**
 * Makes untrusted text safe to print, such as a service's log. A terminal executes escape sequences
 * (ECMA-48): the text could set its title, move its cursor or clear it.
 */
public final class TerminalText {
  /** A control sequence, a string such as a title, or any other escape. */
  private static final String ESCAPE =
      "(?:\u001b\\[|\u009b)[0-?]*[ -/]*[@-~]"
          + "|(?:\u001b[\\]PX^_]|[\u009d\u0090\u0098\u009e\u009f])[^\u0007\u001b\u009c]*(?:\u0007|\u001b\\\\|\u009c)?"
          + "|\u001b[ -/]*[0-~]?";

  private TerminalText() {}

  /** Without escape sequences and control characters, apart from line feeds and tabs. */
  public static String lines(String text) {
    return text.replaceAll(ESCAPE, "").replace("\r\n", "\n").replaceAll("[\\p{Cc}&&[^\n\t]]", "");
  }
}
