package nearfar.networks.calibration;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.nio.channels.WritableByteChannel;

/** A bulk transfer in one direction, as fast as the link allows. */
final class BulkTransfer {
  private static final int BLOCK = 64 * 1024;

  private BulkTransfer() {}

  /** The sending end. */
  static final class Sender implements EventLoop.Handler {
    private final WritableByteChannel channel;
    private final ByteBuffer block = ByteBuffer.allocateDirect(BLOCK);
    private long left;
    private boolean ended;

    Sender(SocketChannel channel, long bytes) {
      this.channel = channel;
      this.left = bytes;
    }

    @Override
    public void ready(SelectionKey key) throws IOException {
      if (key.isReadable()) {
        ended = ((ReadableByteChannel) channel).read(block.clear()) < 0;
        return;
      }
      block.clear().limit((int) Math.min(BLOCK, left));
      left -= channel.write(block);
      if (left == 0) {
        key.interestOps(SelectionKey.OP_READ); // until the other side ends
      }
    }

    @Override
    public long tick(long now) {
      return Long.MAX_VALUE;
    }

    @Override
    public boolean done() {
      return ended;
    }
  }

  /** The receiving end, which measures the rate. */
  static final class Receiver implements EventLoop.Handler {
    private final SocketChannel channel;
    private final long total;
    private final ByteBuffer block = ByteBuffer.allocateDirect(BLOCK);
    private final RateMeter meter = new RateMeter();
    private boolean ended;

    Receiver(SocketChannel channel, long bytes) {
      this.channel = channel;
      this.total = bytes;
    }

    @Override
    public void ready(SelectionKey key) throws IOException {
      int count = channel.read(block.clear());
      if (count < 0) {
        ended = true;
      } else {
        meter.add(System.nanoTime(), count);
      }
    }

    @Override
    public long tick(long now) {
      return Long.MAX_VALUE;
    }

    @Override
    public boolean done() {
      return ended;
    }

    boolean allReceived() {
      return meter.bytes() >= total;
    }

    RateMeter meter() {
      return meter;
    }
  }
}
