package nearfar.checker;

/** Quotes a program's output: short enough for a line, without control characters. */
final class QuotedOutput {
  private static final int LONGEST = 60;

  private QuotedOutput() {}

  static String of(String text) {
    String line = text.replaceAll("[\\r\\n]+$", "").replace("\n", "\\n").replaceAll("\\p{Cc}", "?");
    if (line.codePointCount(0, line.length()) <= LONGEST) {
      return "\"" + line + "\"";
    }
    int cut = line.offsetByCodePoints(0, LONGEST - 15);
    return "\"%s…\" (%d characters)"
        .formatted(line.substring(0, cut), line.codePointCount(0, line.length()));
  }
}
