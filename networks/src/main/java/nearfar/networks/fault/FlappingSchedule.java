package nearfar.networks.fault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * When a flapping link goes and comes, computed from the seed alone: the same seed gives the same
 * moments, on any machine and any Java, as the algorithm of {@link Random} is specified. Safe for
 * use by several threads.
 */
public final class FlappingSchedule {
  private final Random random;
  private final long halfNanos;
  private final long jitterNanos;
  private final List<Duration> turns = new ArrayList<>();
  private Duration next;

  FlappingSchedule(long seed, Duration period, Duration jitter) {
    random = new Random(seed);
    halfNanos = period.toNanos() / 2;
    jitterNanos = jitter.toNanos();
    next = half();
  }

  /**
   * The moments since the beginning, up to and including {@code until}, at which the link turns: it
   * is up at first, the first turn takes it away, the second brings it back, and so on.
   */
  public synchronized List<Duration> turnsUntil(Duration until) {
    while (next.compareTo(until) <= 0) {
      turns.add(next);
      next = next.plus(half());
    }
    return turns.stream().filter(turn -> turn.compareTo(until) <= 0).toList();
  }

  /** The first turn that comes later than {@code moment}. */
  public synchronized Duration turnAfter(Duration moment) {
    turnsUntil(moment);
    return turns.stream().filter(turn -> turn.compareTo(moment) > 0).findFirst().orElse(next);
  }

  /** Whether the link is up after that many turns. */
  public static boolean isUpAfter(int turns) {
    return turns % 2 == 0;
  }

  private Duration half() {
    double share = 2 * random.nextDouble() - 1;
    return Duration.ofNanos(halfNanos + Math.round(share * jitterNanos));
  }
}
