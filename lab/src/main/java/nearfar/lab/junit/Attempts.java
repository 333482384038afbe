package nearfar.lab.junit;

import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** Calls something repeatedly, and keeps the last result. Not thread-safe. */
final class Attempts<T extends @Nullable Object> {
  private final Callable<T> attempt;
  private int count;
  private long endedNanos;
  private @Nullable T result;
  private @Nullable Throwable failure;

  Attempts(Callable<T> attempt) {
    this.attempt = attempt;
  }

  Attempts<T> next() {
    count++;
    try {
      result = attempt.call();
      failure = null;
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted during an attempt", stopping);
    } catch (Exception | AssertionError failed) {
      failure = failed;
    }
    endedNanos = System.nanoTime();
    return this;
  }

  boolean succeeded() {
    return failure == null;
  }

  /** When the last attempt ended, by {@link System#nanoTime}. */
  long endedNanos() {
    return endedNanos;
  }

  @SuppressWarnings("NullAway") // null only if the type of the attempt allows it
  T result() {
    return result;
  }

  String description(long fromNanos) {
    double millis = (endedNanos - fromNanos) / 1e6;
    return failure == null
        ? String.format(Locale.ROOT, "not before %.1f ms", millis)
        : String.format(
            Locale.ROOT, "%d attempts failed in %.1f ms, the last with %s", count, millis, failure);
  }
}
