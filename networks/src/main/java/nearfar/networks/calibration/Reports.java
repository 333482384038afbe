package nearfar.networks.calibration;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import nearfar.networks.link.Rate;
import org.jspecify.annotations.Nullable;

/** What the peer tells of its side, when it is asked, as bytes. */
final class Reports {
  private Reports() {}

  /** When the peer sent and received. */
  static final class Stamps {
    private final long[] sent;
    private final long[] received;

    private Stamps(long[] sent, long[] received) {
      this.sent = sent;
      this.received = received;
    }

    long[] sent() {
      return sent.clone();
    }

    long[] received() {
      return received.clone();
    }

    static Stamps read(DataInputStream in) throws IOException {
      return new Stamps(longs(in), longs(in));
    }

    private static long[] longs(DataInputStream in) throws IOException {
      long[] longs = new long[in.readInt()];
      for (int i = 0; i < longs.length; i++) {
        longs[i] = in.readLong();
      }
      return longs;
    }
  }

  /** How much the peer received, and how fast. */
  record Transfer(long bytes, Optional<Rate> rate) {
    static Transfer read(DataInputStream in) throws IOException {
      long bytes = in.readLong();
      long bits = in.readLong();
      return new Transfer(bytes, bits > 0 ? Optional.of(new Rate(bits)) : Optional.empty());
    }
  }

  static ByteBuffer of(@Nullable Pings pings) {
    long[] sent = pings == null ? new long[0] : pings.sent();
    long[] received = pings == null ? new long[0] : pings.received();
    ByteBuffer bytes =
        ByteBuffer.allocate(2 * Integer.BYTES + Long.BYTES * (sent.length + received.length));
    put(bytes, sent);
    put(bytes, received);
    return bytes.flip();
  }

  static ByteBuffer of(Bulk.@Nullable Receive transfer) {
    long bytes = transfer == null ? 0 : transfer.meter().bytes();
    long bits = transfer == null ? 0 : transfer.meter().rate().map(Rate::bitsPerSecond).orElse(0L);
    return ByteBuffer.allocate(2 * Long.BYTES).putLong(bytes).putLong(bits).flip();
  }

  private static void put(ByteBuffer bytes, long[] longs) {
    bytes.putInt(longs.length);
    for (long each : longs) {
      bytes.putLong(each);
    }
  }
}
