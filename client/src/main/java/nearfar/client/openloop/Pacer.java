package nearfar.client.openloop;

import java.util.concurrent.locks.LockSupport;

/**
 * Wakes the thread that waits on a selector at every arrival, since a selector waits in whole
 * milliseconds. Uses one thread until it is closed.
 */
final class Pacer implements AutoCloseable {

  private final Thread thread;

  Pacer(OpenLoopPlan plan, long beginNanos, Runnable wakeup) {
    thread = Thread.ofPlatform().daemon().name("pacer").start(() -> pace(plan, beginNanos, wakeup));
  }

  private static void pace(OpenLoopPlan plan, long beginNanos, Runnable wakeup) {
    long arrivals = plan.arrivals();
    for (long next = 0; next < arrivals; next++) {
      long arrivalNanos = beginNanos + plan.nanosOf(next);
      for (long left = arrivalNanos - System.nanoTime();
          left > 0;
          left = arrivalNanos - System.nanoTime()) {
        LockSupport.parkNanos(left);
        if (Thread.currentThread().isInterrupted()) {
          return;
        }
      }
      wakeup.run();
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
