package nearfar.client.load;

import java.nio.channels.Selector;
import java.util.concurrent.locks.LockSupport;

/**
 * Wakes a selector at every appointment, since a selector alone waits in whole milliseconds. A
 * thread of its own until it is closed.
 */
final class Pacer implements AutoCloseable {

  private final Thread thread;

  Pacer(LoadPlan plan, long beginNanos, Selector selector) {
    thread =
        Thread.ofPlatform().daemon().name("pacer").start(() -> pace(plan, beginNanos, selector));
  }

  private static void pace(LoadPlan plan, long beginNanos, Selector selector) {
    long appointments = plan.appointments();
    for (long next = 0; next < appointments; next++) {
      long moment = beginNanos + plan.nanosOf(next);
      for (long left = moment - System.nanoTime(); left > 0; left = moment - System.nanoTime()) {
        LockSupport.parkNanos(left);
        if (Thread.currentThread().isInterrupted()) {
          return;
        }
      }
      selector.wakeup();
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
