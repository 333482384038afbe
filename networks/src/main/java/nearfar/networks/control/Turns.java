package nearfar.networks.control;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import nearfar.networks.fault.Flapping;
import nearfar.networks.fault.FlappingSchedule;

/**
 * How often a flapping link has turned since it was asked for. Of what is behind it remembers the
 * last turns alone: a link may flap for weeks. Safe for use by several threads.
 */
final class Turns {
  private static final int REMEMBERED = 100;
  private static final Duration LONGER_THAN_ANYBODY_WAITS = Duration.ofDays(1);

  private final Optional<FlappingSchedule> schedule;
  private final long sinceNanos;
  private final Deque<Duration> last = new ArrayDeque<>();
  private int count;

  Turns(DesiredState asked) {
    schedule = asked.faults().find(Flapping.class).map(Flapping::schedule);
    sinceNanos = asked.sinceNanos();
  }

  /** How many there were up to a moment, by {@link System#nanoTime}; moments never go back. */
  synchronized int countAt(long nanos) {
    Duration age = Duration.ofNanos(nanos - sinceNanos);
    schedule.ifPresent(turns -> {
      while (turns.next().compareTo(age) <= 0) {
        last.addLast(turns.take());
        count++;
        if (last.size() > REMEMBERED) {
          last.removeFirst();
        }
      }
    });
    return count;
  }

  /** How long it is until the next; a day if there is none. */
  synchronized Duration untilTheNext() {
    long now = System.nanoTime();
    countAt(now);
    return schedule
        .map(turns -> turns.next().minusNanos(now - sinceNanos))
        .orElse(LONGER_THAN_ANYBODY_WAITS);
  }

  /** When a turn was due, from the moment when the link was asked for; the first is 0. */
  synchronized Optional<Duration> due(int turn) {
    int forgotten = count - last.size();
    return turn < forgotten ? Optional.empty() : last.stream().skip(turn - forgotten).findFirst();
  }
}
