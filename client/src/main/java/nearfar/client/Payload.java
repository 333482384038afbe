package nearfar.client;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Bytes that somebody typed: what a client sends, or what an answer has to contain. Immutable. */
public final class Payload {

  /** No bytes at all. */
  public static final Payload NOTHING = new Payload(new byte[0]);

  /**
   * So much a kernel takes at once, whether or not the other side reads: sending needs no limit.
   */
  static final int LONGEST = 16 << 10;

  private final byte[] bytes;

  private Payload(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * Reads text as people type it: UTF-8, and {@code \r \n \t \\ \xHH} for what is hard to type.
   *
   * @throws IllegalArgumentException if a backslash stands before anything else, or if it is longer
   *     than 16 KiB; the message quotes the place
   */
  public static Payload parse(String text) {
    if (text.isEmpty()) {
      return NOTHING;
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Matcher part = part(text);
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
            "\"%s\" is no escape; there are \\r \\n \\t \\\\ and \\xHH".formatted(part.group()));
      } else {
        bytes.writeBytes(part.group().getBytes(StandardCharsets.UTF_8));
      }
    }
    if (bytes.size() > LONGEST) {
      throw new IllegalArgumentException(
          bytes.size() + " bytes are too many, at most " + LONGEST + " can be sent");
    }
    return new Payload(bytes.toByteArray());
  }

  /** Compiled only where there is text to read. */
  private static Matcher part(String text) {
    return Pattern.compile("(?s)[^\\\\]+|\\\\(?:([rnt\\\\])|x(\\p{XDigit}{2})|.?)").matcher(text);
  }

  public int length() {
    return bytes.length;
  }

  public boolean isEmpty() {
    return bytes.length == 0;
  }

  void writeTo(OutputStream out) throws IOException {
    out.write(bytes);
  }

  /** These bytes, to be read once, from the first on. */
  public ByteBuffer toBuffer() {
    return ByteBuffer.wrap(bytes).asReadOnlyBuffer();
  }

  /** A search for these bytes in a stream that comes in pieces. */
  Search search() {
    return new Search(bytes);
  }

  /** Knuth, Morris and Pratt's, since what is looked for may be cut anywhere. */
  static final class Search {
    private final byte[] wanted;
    private final int[] fallback;
    private int matched;

    private Search(byte[] wanted) {
      this.wanted = wanted;
      this.fallback = new int[wanted.length];
      for (int i = 1, length = 0; i < wanted.length; i++) {
        length = extended(wanted[i], length);
        fallback[i] = length;
      }
    }

    /** How much is matched once {@code next} follows on a match of {@code length}. */
    private int extended(byte next, int length) {
      int still = length;
      while (still > 0 && wanted[still] != next) {
        still = fallback[still - 1];
      }
      return wanted[still] == next ? still + 1 : still;
    }

    boolean found() {
      return matched == wanted.length;
    }

    /**
     * Goes on through the next piece; returns how many of its bytes it took to the end of a match.
     */
    int advance(byte[] piece, int length) {
      int taken = 0;
      while (taken < length && !found()) {
        matched = extended(piece[taken++], matched);
      }
      return taken;
    }
  }
}
