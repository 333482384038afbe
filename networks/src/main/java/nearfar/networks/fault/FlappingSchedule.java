package nearfar.networks.fault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * When a flapping link goes and comes, computed from the seed alone: the same seed gives the same
 * moments, on any machine and any Java, as the algorithm of {@link Random} is specified. Each turn
 * is returned once, so memory use does not grow. Not safe for use by several threads.
 */
public final class FlappingSchedule {
  private final Random random;
  private final long halfNanos;
  private final long jitterNanos;
  private Duration next;

  FlappingSchedule(long seed, Duration period, Duration jitter) {
    random = new Random(seed);
    halfNanos = period.toNanos() / 2;
    jitterNanos = jitter.toNanos();
    next = half();
  }

  /**
   * The next turn, as a distance from the beginning: the link is up at first, the first turn takes
   * it away, the second brings it back, and so on.
   */
  public Duration next() {
    return next;
  }

  /** The next turn, which is behind us from now on. */
  public Duration take() {
    Duration turn = next;
    next = turn.plus(half());
    return turn;
  }

  /** All that have not been taken yet, up to and including {@code until}. */
  public List<Duration> turnsUntil(Duration until) {
    List<Duration> turns = new ArrayList<>();
    while (next.compareTo(until) <= 0) {
      turns.add(take());
    }
    return turns;
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
