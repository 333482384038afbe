package nearfar.checker;

/** What a program printed, short enough for a line, and harmless to a terminal. */
final class Quote {
  private static final int LONGEST = 60;

  private Quote() {}

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
