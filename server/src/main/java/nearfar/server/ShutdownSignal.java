package nearfar.server;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets the main thread close the server on SIGTERM and Ctrl-C. By default a JVM that gets SIGTERM
 * exits with 143, whatever its shutdown hooks did.
 */
final class ShutdownSignal implements AutoCloseable {

  // Longer than closing takes; then the JVM exits with 143.
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch done = new CountDownLatch(1);

  /** Installs the shutdown hook. */
  void expect() {
    Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("shutdown").unstarted(this::end));
  }

  /** Waits for the signal. */
  void await() throws InterruptedException {
    asked.await();
  }

  /** Call when everything else is closed: after a signal, the process exits with status 0. */
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
