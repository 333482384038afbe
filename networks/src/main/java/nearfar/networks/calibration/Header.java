package nearfar.networks.calibration;

import java.nio.ByteBuffer;
import java.util.stream.Stream;

/**
 * What the prober wants of the peer on a connection; the first bytes on it.
 *
 * @param id by which the prober asks for the outcome, on another connection
 * @param count of single bytes, each way
 * @param amount nanoseconds between two of them, or bytes of a bulk transfer
 * @param first nanoseconds until the peer sends the first of them
 */
record Header(Wish wish, int id, int count, long amount, long first) {
  static final int SIZE = 1 + 2 * Integer.BYTES + 2 * Long.BYTES;

  private static final int MOST_PINGS = 10_000;
  private static final long MOST = 1L << 35;

  static Header pings(int id, int count, long distanceNanos, long firstNanos) {
    return new Header(Wish.PINGS, id, count, distanceNanos, firstNanos);
  }

  static Header bulk(Wish wish, int id, long bytes) {
    return new Header(wish, id, 0, bytes, 0);
  }

  static Header reportOfPings(int count) {
    return new Header(Wish.REPORT_PINGS, 0, count, 0, 0);
  }

  static Header reportOfBulk(int id) {
    return new Header(Wish.REPORT_BULK, id, 0, 0, 0);
  }

  enum Wish {
    /** Single bytes, both ways, as often as each side likes. */
    PINGS('p'),
    /** Bytes towards the prober, as fast as they go. */
    BULK_DOWN('d'),
    /** Bytes towards the peer, as fast as they go. */
    BULK_UP('u'),
    /** What the peer knows of all pings with an id below the count. */
    REPORT_PINGS('P'),
    /** What the peer knows of the transfer with that id. */
    REPORT_BULK('U');

    private final byte code;

    Wish(char code) {
      this.code = (byte) code;
    }

    static Wish of(byte code) {
      return Stream.of(values())
          .filter(wish -> wish.code == code)
          .findFirst()
          .orElseThrow(() -> new IllegalArgumentException("no wish " + code));
    }
  }

  Header {
    if (count < 0
        || count > MOST_PINGS
        || amount < 0
        || amount > MOST
        || first < 0
        || first > MOST) {
      throw new IllegalArgumentException("no such wish: %d times %d".formatted(count, amount));
    }
  }

  ByteBuffer bytes() {
    return ByteBuffer.allocate(SIZE)
        .put(wish.code)
        .putInt(id)
        .putInt(count)
        .putLong(amount)
        .putLong(first)
        .flip();
  }

  /**
   * Reads a header.
   *
   * @throws RuntimeException of various kinds, if it is none
   */
  static Header from(ByteBuffer bytes) {
    return new Header(
        Wish.of(bytes.get()), bytes.getInt(), bytes.getInt(), bytes.getLong(), bytes.getLong());
  }
}
