package nearfar.networks.control;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import nearfar.networks.fault.Flapping;
import nearfar.networks.fault.FlappingSchedule;

/**
 * Counts how often a flapping link has turned since the change. Remembers only the last turns, as a
 * link may flap for weeks. Safe for use by several threads.
 */
final class TurnCounter {
  private static final int REMEMBERED = 100;
  private static final Duration NO_TURN = Duration.ofDays(1);

  private final Optional<FlappingSchedule> schedule;
  private final long sinceNanos;
  private final Deque<Duration> last = new ArrayDeque<>();
  private int count;

  TurnCounter(DesiredState desired) {
    schedule = desired.faults().find(Flapping.class).map(Flapping::schedule);
    sinceNanos = desired.sinceNanos();
  }

  /** The number of turns up to a time of {@link System#nanoTime}; times must not decrease. */
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

  /** The time until the next turn; a day if there is none. */
  synchronized Duration untilNextTurn() {
    long now = System.nanoTime();
    countAt(now);
    return schedule.map(turns -> turns.next().minusNanos(now - sinceNanos)).orElse(NO_TURN);
  }

  /** When a turn was due, counted from the change; the first turn is 0. */
  synchronized Optional<Duration> due(int turn) {
    int forgotten = count - last.size();
    return turn < forgotten ? Optional.empty() : last.stream().skip(turn - forgotten).findFirst();
  }
}
