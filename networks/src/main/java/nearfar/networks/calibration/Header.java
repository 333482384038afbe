package nearfar.networks.calibration;

import java.nio.ByteBuffer;
import java.util.stream.Stream;

/**
 * The request of the prober to the peer: the first bytes on a connection.
 *
 * @param id the ID for asking about the result, on another connection
 * @param count the number of single bytes in each direction
 * @param amount nanoseconds between two of them, or bytes of a bulk transfer
 * @param first nanoseconds until the peer sends the first of them
 */
record Header(Request request, int id, int count, long amount, long first) {
  static final int SIZE = 1 + 2 * Integer.BYTES + 2 * Long.BYTES;

  private static final int MOST_PINGS = 10_000;
  private static final long MOST = 1L << 35;

  static Header pings(int id, int count, long distanceNanos, long firstNanos) {
    return new Header(Request.PINGS, id, count, distanceNanos, firstNanos);
  }

  static Header bulk(Request request, int id, long bytes) {
    return new Header(request, id, 0, bytes, 0);
  }

  static Header reportOfPings(int count) {
    return new Header(Request.REPORT_PINGS, 0, count, 0, 0);
  }

  static Header reportOfBulk(int id) {
    return new Header(Request.REPORT_BULK, id, 0, 0, 0);
  }

  enum Request {
    /** Single bytes in both directions. */
    PINGS('p'),
    /** Bulk bytes to the prober. */
    BULK_DOWN('d'),
    /** Bulk bytes to the peer. */
    BULK_UP('u'),
    /** Asks for the peer's timestamps of all pings with an ID below the count. */
    REPORT_PINGS('P'),
    /** Asks for the peer's result of the transfer with that ID. */
    REPORT_BULK('U');

    private final byte code;

    Request(char code) {
      this.code = (byte) code;
    }

    static Request of(byte code) {
      return Stream.of(values())
          .filter(request -> request.code == code)
          .findFirst()
          .orElseThrow(() -> new IllegalArgumentException("not a request: " + code));
    }
  }

  Header {
    if (count < 0
        || count > MOST_PINGS
        || amount < 0
        || amount > MOST
        || first < 0
        || first > MOST) {
      throw new IllegalArgumentException(
          "not a valid request: %d times %d".formatted(count, amount));
    }
  }

  ByteBuffer bytes() {
    return ByteBuffer.allocate(SIZE)
        .put(request.code)
        .putInt(id)
        .putInt(count)
        .putLong(amount)
        .putLong(first)
        .flip();
  }

  /**
   * Reads a header.
   *
   * @throws RuntimeException of various kinds, if it is not a header
   */
  static Header from(ByteBuffer bytes) {
    return new Header(
        Request.of(bytes.get()), bytes.getInt(), bytes.getInt(), bytes.getLong(), bytes.getLong());
  }
}
