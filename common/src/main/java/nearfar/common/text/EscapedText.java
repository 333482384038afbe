package nearfar.common.text;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Bytes as people type them, such as SEND and EXPECT: UTF-8, with {@code \r \n \t \\ \xHH} for
 * bytes that are hard to type.
 */
public final class EscapedText {
  /** A kernel accepts this many bytes at once, even if the other side does not read. */
  public static final int MAX_BYTES = 16 << 10;

  private EscapedText() {}

  /**
   * Reads the bytes.
   *
   * @throws IllegalArgumentException if a backslash stands before anything else, or there are more
   *     than {@link #MAX_BYTES}; the message quotes the place
   */
  public static byte[] parse(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Matcher part = parts(text);
    while (part.find()) {
      if (part.group(1) != null) {
        bytes.write(
            switch (part.group(1)) {
              case "r" -> '\r';
              case "n" -> '\n';
              case "t" -> '\t';
              default -> '\\';
            });
      } else if (part.group(2) != null) {
        bytes.write(HexFormat.fromHexDigits(part.group(2)));
      } else if (part.group().startsWith("\\")) {
        throw new IllegalArgumentException(
            "\"%s\" is not an escape; there are \\r \\n \\t \\\\ and \\xHH"
                .formatted(part.group()));
      } else {
        bytes.writeBytes(part.group().getBytes(StandardCharsets.UTF_8));
      }
    }
    if (bytes.size() > MAX_BYTES) {
      throw new IllegalArgumentException(
          bytes.size() + " bytes are too many, at most " + MAX_BYTES + " can be sent");
    }
    return bytes.toByteArray();
  }

  /** Compiled on use: most starts of a program have no text to read. */
  private static Matcher parts(String text) {
    return Pattern.compile("(?s)[^\\\\]+|\\\\(?:([rnt\\\\])|x(\\p{XDigit}{2})|.?)").matcher(text);
  }
}
