package nearfar.client;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import nearfar.common.text.EscapedText;

/** Bytes that somebody typed: what a client sends, or what an answer has to contain. Immutable. */
public final class Payload {

  /** No bytes at all. */
  public static final Payload NOTHING = new Payload(new byte[0]);

  private final byte[] bytes;

  private Payload(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * Reads text as {@link EscapedText} has it.
   *
   * @throws IllegalArgumentException if it is not such a text, or longer than 16 KiB
   */
  public static Payload parse(String text) {
    return text.isEmpty() ? NOTHING : new Payload(EscapedText.parse(text));
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
