package nearfar.lab;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the lab's clients can be told to say to a service, and where. */
final class Words {
  private static final Pattern TEXT =
      Pattern.compile("(?s)(?:[^\\\\]|\\\\[rnt\\\\]|\\\\x\\p{XDigit}{2})*+");
  private static final Pattern ESCAPE = Pattern.compile("\\\\(?:[rnt\\\\]|x\\p{XDigit}{2})");
  private static final int HIGHEST_PORT = 65_535;
  private static final int LONGEST = 16 << 10;

  private Words() {}

  /**
   * Checks them before a lab is started with them.
   *
   * @throws IllegalArgumentException naming the value that no client would take
   */
  static void require(int port, @Nullable String send, @Nullable String expect) {
    if (port < 1 || port > HIGHEST_PORT) {
      throw new IllegalArgumentException(
          "the service's port is %d, must be from 1 to %d".formatted(port, HIGHEST_PORT));
    }
    requireText("send", send);
    requireText("expect", expect);
  }

  private static void requireText(String what, @Nullable String text) {
    if (text == null) {
      return;
    }
    Matcher good = TEXT.matcher(text);
    if (!good.matches()) {
      int at = good.lookingAt() ? good.end() : 0;
      throw new IllegalArgumentException(
          "%s: \"%s\" is no escape; there are \\r \\n \\t \\\\ and \\xHH"
              .formatted(what, text.substring(at, Math.min(at + 2, text.length()))));
    }
    int bytes = ESCAPE.matcher(text).replaceAll("-").getBytes(StandardCharsets.UTF_8).length;
    if (bytes > LONGEST) {
      throw new IllegalArgumentException(
          "%s: %d bytes are too many, at most %d can be sent".formatted(what, bytes, LONGEST));
    }
  }
}
