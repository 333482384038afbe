package nearfar.server;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Closes connections after the greeting. Most clients close as soon as they have read it. One
 * thread examines each connection once, a few milliseconds after its greeting. A connection that is
 * still open then gets its own virtual thread.
 */
final class LingeringCloser implements AutoCloseable {

  // On a LAN a client has read and closed by then, even on a busy machine: after 1 ms a third of
  // the clients had not closed, after 3 ms almost all had. A wait on a virtual thread costs as much
  // as another greeting.
  private static final long MOMENT = Duration.ofMillis(5).toNanos();

  private final BlockingQueue<GreetingConnection> greeted = new LinkedBlockingQueue<>();
  private final BiConsumer<GreetingConnection, ServerEvent> over;
  private final Thread looker;

  /** Passes each connection and its last event to {@code over}, on any thread. */
  LingeringCloser(BiConsumer<GreetingConnection, ServerEvent> over) {
    this.over = over;
    this.looker = Thread.ofPlatform().daemon().name("lingering-closer").start(this::look);
  }

  /** Closes the connection when its client has closed. Never blocks; any thread may call. */
  void closeSoon(GreetingConnection connection) {
    greeted.add(connection);
  }

  /** As {@link #closeSoon}, for a connection that needs its own thread. */
  void await(GreetingConnection connection) {
    Thread.startVirtualThread(() -> over.accept(connection, finish(connection)));
  }

  private void look() {
    try {
      while (true) {
        GreetingConnection connection = greeted.take();
        long left = connection.lastProgress() + MOMENT - System.nanoTime();
        if (left > 0) {
          LockSupport.parkNanos(left);
        }
        closeOrAwait(connection);
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  /** A connection that fails in an unknown way must not keep its place for good. */
  private static ServerEvent finish(GreetingConnection connection) {
    try {
      return connection.finish();
    } catch (RuntimeException failed) {
      return connection.failed("error");
    }
  }

  private void closeOrAwait(GreetingConnection connection) {
    try {
      @Nullable ServerEvent how = connection.look();
      if (how == null) {
        await(connection);
      } else {
        over.accept(connection, how);
      }
    } catch (RuntimeException failed) {
      // This thread serves all connections: one that fails must not end it, nor keep its place.
      over.accept(connection, connection.failed("error"));
    }
  }

  /** Stops; queued connections are not examined. */
  @Override
  public void close() {
    looker.interrupt();
  }
}
