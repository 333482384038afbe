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
 * A moment until which something may be waited for.
 *
 * @param fromNanos by {@link System#nanoTime}
 */
record Deadline(long fromNanos, Duration limit) {
  private static final Duration GLANCE = Duration.ofMillis(50);

  /** What was seen in time may be read a little later: it comes by way of the engine. */
  private static final Duration SETTLING = Duration.ofMillis(500);

  /** Looks at what clients tell until it is enough or the time is over; returns it. */
  <T> T await(Supplier<T> look, Predicate<T> enough) {
    return poll(left().plus(SETTLING), look, enough);
  }

  /**
   * Does something, once at least, until it is enough or the time is over; returns what came of it
   * last.
   */
  <T> T insist(Supplier<T> attempt, Predicate<T> enough) {
    return poll(atLeastAGlance(left()), attempt, enough);
  }

  private static <T> T poll(Duration atMost, Supplier<T> look, Predicate<T> enough) {
    AtomicReference<@Nullable T> seen = new AtomicReference<>();
    try {
      Awaitility.await()
          .pollInSameThread()
          .pollDelay(Duration.ZERO)
          .pollInterval(GLANCE)
          .atMost(atMost)
          .until(() -> {
            seen.set(look.get());
            return enough.test(seen.get());
          });
    } catch (ConditionTimeoutException over) {
      // What was seen last tells why.
    }
    return Objects.requireNonNull(seen.get());
  }

  /** Looks when the time is over. */
  <T> T atItsEnd(Supplier<T> look) {
    Duration wait = left().plus(SETTLING);
    Awaitility.await().pollDelay(wait).atMost(wait.plusSeconds(10)).until(() -> true);
    return look.get();
  }

  /** Whether a moment, by {@link System#nanoTime}, is past it. */
  boolean isBefore(long nanos) {
    return nanos - fromNanos > limit.toNanos();
  }

  /** Awaitility waits for no time that is not longer than none. */
  private static Duration atLeastAGlance(Duration left) {
    return left.compareTo(GLANCE) < 0 ? GLANCE.plusMillis(1) : left;
  }

  private Duration left() {
    Duration left = limit.minusNanos(System.nanoTime() - fromNanos);
    return left.isNegative() ? Duration.ZERO : left;
  }
}
