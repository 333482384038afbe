package nearfar.networks.calibration;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nearfar.networks.link.Rate;
import org.jspecify.annotations.Nullable;

/** The peer's reports, as bytes. */
final class PeerReports {
  private PeerReports() {}

  /** The times at which the peer sent and received. */
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

    static List<Stamps> read(DataInputStream in) throws IOException {
      List<Stamps> all = new ArrayList<>();
      for (int left = in.readInt(); left > 0; left--) {
        all.add(new Stamps(longs(in), longs(in)));
      }
      return all;
    }

    private static long[] longs(DataInputStream in) throws IOException {
      long[] longs = new long[in.readInt()];
      for (int i = 0; i < longs.length; i++) {
        longs[i] = in.readLong();
      }
      return longs;
    }
  }

  /** The bytes that the peer received, and their rate. */
  record Transfer(long bytes, Optional<Rate> rate) {
    static Transfer read(DataInputStream in) throws IOException {
      long bytes = in.readLong();
      long bits = in.readLong();
      return new Transfer(bytes, bits > 0 ? Optional.of(new Rate(bits)) : Optional.empty());
    }
  }

  /** The timestamps by ID; empty for pings that have not begun. */
  static ByteBuffer of(Map<Integer, PingExchange> all, int count) {
    List<long[]> stamps = new ArrayList<>();
    for (int id = 0; id < count; id++) {
      @Nullable PingExchange pings = all.get(id);
      stamps.add(pings == null ? new long[0] : pings.sent());
      stamps.add(pings == null ? new long[0] : pings.received());
    }
    int longs = stamps.stream().mapToInt(each -> each.length).sum();
    ByteBuffer bytes =
        ByteBuffer.allocate(Integer.BYTES * (1 + stamps.size()) + Long.BYTES * longs);
    bytes.putInt(count);
    stamps.forEach(each -> put(bytes, each));
    return bytes.flip();
  }

  static ByteBuffer of(BulkTransfer.@Nullable Receiver transfer) {
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
