package nearfar.client.openloop;

import java.util.concurrent.locks.LockSupport;

/**
 * Wakes whoever waits on a selector at every appointment, since that alone waits in whole
 * milliseconds. A thread of its own until it is closed.
 */
final class Pacer implements AutoCloseable {

  private final Thread thread;

  Pacer(OpenLoopPlan plan, long beginNanos, Runnable wakeup) {
    thread = Thread.ofPlatform().daemon().name("pacer").start(() -> pace(plan, beginNanos, wakeup));
  }

  private static void pace(OpenLoopPlan plan, long beginNanos, Runnable wakeup) {
    long appointments = plan.appointments();
    for (long next = 0; next < appointments; next++) {
      long moment = beginNanos + plan.nanosOf(next);
      for (long left = moment - System.nanoTime(); left > 0; left = moment - System.nanoTime()) {
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
