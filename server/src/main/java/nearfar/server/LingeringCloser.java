package nearfar.server;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Sees off who has been greeted. Most clients close as soon as they have the greeting: a moment
 * later one look at each is enough, all on one thread. Who is still there then is waited for on a
 * virtual thread of its own, so that nobody waits for anybody.
 */
final class LingeringCloser implements AutoCloseable {

  // On a LAN a client has read and closed by then, also where the machine has all hands full: of
  // those looked at after 1 ms, a third had not; after 3 ms, next to none. To wait for
  // one costs as much as to greet another.
  private static final long MOMENT = Duration.ofMillis(5).toNanos();

  private final BlockingQueue<Exchange> greeted = new LinkedBlockingQueue<>();
  private final BiConsumer<Exchange, ServerEvent> over;
  private final Thread looker;

  /** Is told how each exchange ended, on any thread. */
  LingeringCloser(BiConsumer<Exchange, ServerEvent> over) {
    this.over = over;
    this.looker = Thread.ofPlatform().daemon().name("farewells").start(this::look);
  }

  /** Sees the exchange to its end, which it may have reached. Never waits; any thread may call. */
  void bid(Exchange exchange) {
    greeted.add(exchange);
  }

  /** As {@link #bid}, for one that takes its time. */
  void await(Exchange exchange) {
    Thread.startVirtualThread(() -> over.accept(exchange, exchange.finish()));
  }

  private void look() {
    try {
      while (true) {
        Exchange exchange = greeted.take();
        long left = exchange.lastProgress() + MOMENT - System.nanoTime();
        if (left > 0) {
          LockSupport.parkNanos(left);
        }
        @Nullable ServerEvent how = exchange.look();
        if (how == null) {
          await(exchange);
        } else {
          over.accept(exchange, how);
        }
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  /** Ends the looking. Who was bid farewell and is not gone stays unseen. */
  @Override
  public void close() {
    looker.interrupt();
  }
}
