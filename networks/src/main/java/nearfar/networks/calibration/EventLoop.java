package nearfar.networks.calibration;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/**
 * Runs the handlers of many connections on one thread: threads that wake each other up would
 * measure the scheduler. Not safe for use by several threads.
 */
final class EventLoop implements AutoCloseable {
  private static final long NANOS_PER_MILLI = 1_000_000;

  /** The longest wait between checks of deadlines. */
  private static final long LONGEST_PAUSE_MILLIS = 50;

  private final Selector selector;

  EventLoop() throws IOException {
    selector = Selector.open();
  }

  /** Handles one connection. */
  interface Handler {
    /** Reads or writes; the channel is ready. */
    void ready(SelectionKey key) throws IOException;

    /** Does what is due; returns when to be called again, by {@link System#nanoTime}. */
    long tick(long now) throws IOException;

    /** Whether the exchange is over; the loop then closes the channel. */
    boolean done();
  }

  Selector selector() {
    return selector;
  }

  /** Adds a connected channel and its handler. */
  void add(SocketChannel channel, int interests, Handler handler) throws IOException {
    channel.configureBlocking(false);
    SelectionKey present = channel.keyFor(selector);
    if (present == null) {
      channel.register(selector, interests, handler);
    } else {
      present.interestOps(interests).attach(handler);
    }
  }

  /** Runs due handlers, then waits for the next one or for a ready channel. */
  void runOnce() throws IOException {
    long next = System.nanoTime() + LONGEST_PAUSE_MILLIS * NANOS_PER_MILLI;
    for (SelectionKey key : selector.keys()) {
      if (key.isValid() && key.attachment() instanceof Handler handler) {
        next = Math.min(next, runDue(key, handler));
      }
    }
    long pause = next - System.nanoTime();
    if (pause <= 0) {
      selector.selectNow();
    } else {
      selector.select(pause / NANOS_PER_MILLI + 1);
    }
    for (SelectionKey key : selector.selectedKeys()) {
      if (key.isValid() && key.attachment() instanceof Handler handler) {
        handle(key, handler);
      }
    }
    selector.selectedKeys().clear();
  }

  private static long runDue(SelectionKey key, Handler handler) throws IOException {
    try {
      long next = handler.tick(System.nanoTime());
      closeIfDone(key, handler);
      return next;
    } catch (IOException ended) {
      close(key);
      return Long.MAX_VALUE;
    }
  }

  private static void handle(SelectionKey key, Handler handler) throws IOException {
    try {
      handler.ready(key);
      closeIfDone(key, handler);
    } catch (IOException ended) {
      close(key);
    }
  }

  private static void closeIfDone(SelectionKey key, Handler handler) throws IOException {
    if (handler.done()) {
      close(key);
    }
  }

  /** Results from before the failure still count. */
  private static void close(SelectionKey key) throws IOException {
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
