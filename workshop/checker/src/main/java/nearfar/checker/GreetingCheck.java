package nearfar.checker;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Checks that a program printed the whole greeting and nothing else. */
final class GreetingCheck {
  private static final char REPLACED = '\uFFFD';

  private GreetingCheck() {}

  static Optional<Finding> check(Run run, String greeting) {
    String printed = run.printed();
    if (printed.equals(greeting)) {
      return Optional.empty();
    }
    if (printed.isBlank()) {
      return Finding.of("nothing", "it printed nothing");
    }
    String saw = QuotedOutput.of(printed);
    if (printed.matches("(?s)b'.*|b\".*|.*\\[B@[0-9a-f]+.*")) {
      return Finding.of("bytes", "it printed %s".formatted(saw));
    }
    String whole = printed.replaceAll(REPLACED + "+$", "");
    if (greeting.startsWith(whole)) {
      return Finding.of(
          "a-part",
          "it printed %d of %d characters"
              .formatted(
                  whole.codePointCount(0, whole.length()),
                  greeting.codePointCount(0, greeting.length())));
    }
    if (printed.contains(greeting)) {
      return Finding.of("extra-words", "it printed more than the greeting: %s".formatted(saw));
    }
    if (new String(printed.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8)
        .equals(greeting)) {
      return Finding.of(
          "other-letters", "it printed letters that were not sent: %s".formatted(saw));
    }
    if (printed.indexOf(REPLACED) >= 0 || plain(printed).equals(plain(greeting))) {
      return Finding.of(
          "torn-letters",
          "some letters are broken or missing: %s".formatted(aroundTheFirst(printed)));
    }
    return Finding.of("another-text", "it printed %s, which is not what was sent".formatted(saw));
  }

  private static String plain(String text) {
    return text.replaceAll("[^\\x00-\\x7F]", "");
  }

  private static String aroundTheFirst(String text) {
    int at = Math.max(0, text.indexOf(REPLACED));
    return QuotedOutput.of(text.substring(Math.max(0, at - 10), Math.min(text.length(), at + 10)));
  }
}
