package nearfar.client;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import nearfar.common.text.EscapedText;

/** Bytes from an option: those to send, or those that an answer has to contain. Immutable. */
public final class Payload {

  /** No bytes at all. */
  public static final Payload NOTHING = new Payload(new byte[0]);

  private final byte[] bytes;

  private Payload(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * Parses text with the escapes of {@link EscapedText}.
   *
   * @throws IllegalArgumentException if an escape is invalid, or the result is longer than 16 KiB
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

  /** A new read-only buffer at the first byte. */
  public ByteBuffer toBuffer() {
    return ByteBuffer.wrap(bytes).asReadOnlyBuffer();
  }

  /** A search for these bytes in a stream of pieces. */
  Search search() {
    return new Search(bytes);
  }

  /** Knuth-Morris-Pratt search, since a match may span several pieces. */
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

    /** The length of the match after {@code next} follows a match of {@code length}. */
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

    /** Searches the next piece; returns the number of its bytes up to the end of a match. */
    int advance(byte[] piece, int length) {
      int taken = 0;
      while (taken < length && !found()) {
        matched = extended(piece[taken++], matched);
      }
      return taken;
    }
  }
}
