package nearfar.lab.junit;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A time limit for waiting.
 *
 * @param fromNanos by {@link System#nanoTime}
 */
record Deadline(long fromNanos, Duration limit) {
  private static final Duration POLL_INTERVAL = Duration.ofMillis(50);

  /** Logs arrive through Docker, a little later than the exchange. */
  private static final Duration LOG_DELAY = Duration.ofMillis(500);

  /** Polls the clients' logs until they are enough or the time is over; returns the last result. */
  <T> T await(Supplier<T> look, Predicate<T> enough) {
    return poll(left().plus(LOG_DELAY), look, enough);
  }

  /**
   * Calls an action, at least once, until its result is enough or the time is over; returns the
   * last result.
   */
  <T> T retry(Supplier<T> attempt, Predicate<T> enough) {
    return poll(atLeastOnePoll(left()), attempt, enough);
  }

  private static <T> T poll(Duration atMost, Supplier<T> look, Predicate<T> enough) {
    AtomicReference<@Nullable T> seen = new AtomicReference<>();
    try {
      Awaitility.await()
          .pollInSameThread()
          .pollDelay(Duration.ZERO)
          .pollInterval(POLL_INTERVAL)
          .atMost(atMost)
          .until(() -> {
            seen.set(look.get());
            return enough.test(seen.get());
          });
    } catch (ConditionTimeoutException over) {
      // The last result has the reason.
    }
    return Objects.requireNonNull(seen.get());
  }

  /** Calls {@code look} when the time is over. */
  <T> T atEnd(Supplier<T> look) {
    Duration wait = left().plus(LOG_DELAY);
    Awaitility.await().pollDelay(wait).atMost(wait.plusSeconds(10)).until(() -> true);
    return look.get();
  }

  /** Whether the limit had passed at a time, by {@link System#nanoTime}. */
  boolean passedAt(long nanos) {
    return nanos - fromNanos > limit.toNanos();
  }

  /** Awaitility requires a time limit longer than its poll interval. */
  private static Duration atLeastOnePoll(Duration left) {
    return left.compareTo(POLL_INTERVAL) < 0 ? POLL_INTERVAL.plusMillis(1) : left;
  }

  private Duration left() {
    Duration left = limit.minusNanos(System.nanoTime() - fromNanos);
    return left.isNegative() ? Duration.ZERO : left;
  }
}
