package nearfar.networks.calibration;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.Arrays;

/**
 * Sends and receives single bytes at intervals and records the time of each. Both ends do so at
 * once, which measures each direction separately: the n-th byte received is the n-th that was sent.
 * Single bytes take almost no time even at a slow rate.
 */
final class PingExchange implements EventLoop.Handler {
  private static final int AT_ONCE = 256;

  private final SocketChannel channel;
  private final long distanceNanos;
  private final long[] sent;
  private final long[] received;
  private final ByteBuffer in = ByteBuffer.allocateDirect(AT_ONCE);
  private final ByteBuffer out = ByteBuffer.allocateDirect(1);
  private int sends;
  private int receipts;
  private long next;
  private boolean ended;

  /**
   * Begins.
   *
   * @param count the number that each side sends
   * @param firstNanos when to send the first, by {@link System#nanoTime}
   */
  PingExchange(SocketChannel channel, int count, long distanceNanos, long firstNanos) {
    this.channel = channel;
    this.distanceNanos = distanceNanos;
    this.sent = new long[count];
    this.received = new long[count];
    this.next = firstNanos;
  }

  @Override
  public void ready(SelectionKey key) throws IOException {
    int count = channel.read(in.clear());
    long now = System.nanoTime();
    ended = count < 0;
    int until = Math.min(receipts + Math.max(count, 0), received.length);
    Arrays.fill(received, receipts, until, now);
    receipts = until;
  }

  @Override
  public long tick(long now) throws IOException {
    if (sends == sent.length) {
      return Long.MAX_VALUE;
    }
    if (next <= now) {
      sent[sends] = System.nanoTime();
      if (channel.write(out.clear()) == 1) {
        sends++;
      }
      // Do not catch up after a delay: two bytes at once would travel as one segment.
      next = System.nanoTime() + distanceNanos;
    }
    return sends == sent.length ? Long.MAX_VALUE : next;
  }

  /** Whether the other side has ended; bytes from this side may still be in flight. */
  @Override
  public boolean done() {
    return ended;
  }

  boolean allReceived() {
    return receipts == received.length;
  }

  boolean allSent() {
    return sends == sent.length;
  }

  int count() {
    return sent.length;
  }

  long[] sent() {
    return Arrays.copyOf(sent, sends);
  }

  long[] received() {
    return Arrays.copyOf(received, receipts);
  }
}
