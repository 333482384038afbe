package nearfar.lab.scenario.run;

import java.util.concurrent.locks.LockSupport;

/** A clock by {@link System#nanoTime} that can wait. */
interface Clock {
  long nanos();

  /** Waits until that time; returns at once if it has passed. */
  void await(long nanos) throws InterruptedException;

  Clock SYSTEM =
      new Clock() {
        @Override
        public long nanos() {
          return System.nanoTime();
        }

        @Override
        public void await(long nanos) throws InterruptedException {
          for (long left = nanos - nanos(); left > 0; left = nanos - nanos()) {
            LockSupport.parkNanos(this, left);
            if (Thread.interrupted()) {
              throw new InterruptedException("a scenario was interrupted");
            }
          }
        }
      };
}
