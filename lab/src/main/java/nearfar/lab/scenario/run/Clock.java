package nearfar.lab.scenario.run;

import java.util.concurrent.locks.LockSupport;

/** What time it is, by {@link System#nanoTime}, and how to let it pass. */
interface Clock {
  long nanos();

  /** Returns when it is that late, at once if it is already. */
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
