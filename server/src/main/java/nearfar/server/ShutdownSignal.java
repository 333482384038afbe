package nearfar.server;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * SIGTERM and Ctrl-C as an orderly end of the main thread. Left alone, a JVM that gets SIGTERM
 * exits with 143 whatever its shutdown hooks did.
 */
final class ShutdownSignal implements AutoCloseable {

  // More than closing takes; then the JVM ends in its own way.
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch done = new CountDownLatch(1);

  /** From now on a signal asks for the end. */
  void expect() {
    Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("ending").unstarted(this::end));
  }

  /** Waits for the signal. */
  void await() throws InterruptedException {
    asked.await();
  }

  /** All else is closed: if a signal asked for the end, the process exits with status 0. */
  @Override
  public void close() {
    done.countDown();
  }

  private void end() {
    asked.countDown();
    try {
      if (done.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        Runtime.getRuntime().halt(0);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
