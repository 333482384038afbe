package nearfar.networks.calibration;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/**
 * Runs many conversations on one thread, so that none of them waits for another's turn at a core:
 * threads that wake each other up would measure the scheduler. Used by one thread.
 */
final class Loop implements AutoCloseable {
  private static final long NANOS_PER_MILLI = 1_000_000;

  /** Never sleeps longer, so that a deadline is noticed. */
  private static final long LONGEST_NAP_MILLIS = 50;

  private final Selector selector;

  Loop() throws IOException {
    selector = Selector.open();
  }

  /** One connection's part. */
  interface Talk {
    /** It can be read from or written to; {@code now} is when that became known. */
    void ready(SelectionKey key) throws IOException;

    /** Does what is due; returns when to be called again, by {@link System#nanoTime}. */
    long tick(long now) throws IOException;

    /** Whether all is said; the loop forgets it then, and closes its channel. */
    boolean done();
  }

  Selector selector() {
    return selector;
  }

  /** Adds a conversation on a connected channel. */
  void add(SocketChannel channel, int interests, Talk talk) throws IOException {
    channel.configureBlocking(false);
    SelectionKey present = channel.keyFor(selector);
    if (present == null) {
      channel.register(selector, interests, talk);
    } else {
      present.interestOps(interests).attach(talk);
    }
  }

  /** One round: what is due, then a nap until something else is, or comes. */
  void turn() throws IOException {
    long next = System.nanoTime() + LONGEST_NAP_MILLIS * NANOS_PER_MILLI;
    for (SelectionKey key : selector.keys()) {
      if (key.isValid() && key.attachment() instanceof Talk talk) {
        next = Math.min(next, ticked(key, talk));
      }
    }
    long nap = next - System.nanoTime();
    if (nap <= 0) {
      selector.selectNow();
    } else {
      selector.select(nap / NANOS_PER_MILLI + 1);
    }
    for (SelectionKey key : selector.selectedKeys()) {
      if (key.isValid() && key.attachment() instanceof Talk talk) {
        readied(key, talk);
      }
    }
    selector.selectedKeys().clear();
  }

  private static long ticked(SelectionKey key, Talk talk) throws IOException {
    try {
      long next = talk.tick(System.nanoTime());
      forgetIfDone(key, talk);
      return next;
    } catch (IOException ended) {
      forget(key);
      return Long.MAX_VALUE;
    }
  }

  private static void readied(SelectionKey key, Talk talk) throws IOException {
    try {
      talk.ready(key);
      forgetIfDone(key, talk);
    } catch (IOException ended) {
      forget(key);
    }
  }

  private static void forgetIfDone(SelectionKey key, Talk talk) throws IOException {
    if (talk.done()) {
      forget(key);
    }
  }

  /** Of a connection that failed, what it said until then counts. */
  private static void forget(SelectionKey key) throws IOException {
    key.channel().close();
  }

  @Override
  public void close() throws IOException {
    for (SelectionKey key : selector.keys()) {
      key.channel().close();
    }
    selector.close();
  }
}
