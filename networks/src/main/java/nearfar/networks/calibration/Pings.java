package nearfar.networks.calibration;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.Arrays;

/**
 * Single bytes, sent at a distance and received, with the time of each. Both ends of a connection
 * do this at once, so that either direction is measured without the other: the n-th byte received
 * is the n-th that was sent. A byte each, so that even a slow rate adds next to nothing.
 */
final class Pings implements Loop.Talk {
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
   * @param count how many each side sends
   * @param firstNanos when to send the first, by {@link System#nanoTime}
   */
  Pings(SocketChannel channel, int count, long distanceNanos, long firstNanos) {
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
      // What is late is not made up for: two bytes at once would travel as one piece.
      next = System.nanoTime() + distanceNanos;
    }
    return sends == sent.length ? Long.MAX_VALUE : next;
  }

  /** When the other side has ended: what this side has sent may still be on its way. */
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
