package nearfar.client.openloop;

import java.time.Duration;
import nearfar.client.Durations;

/**
 * When who comes: appointments, numbered from 0, at a steady rate; the clients take turns, so that
 * each comes at its own beat and no two at once. It is made before anybody comes, and nothing that
 * happens moves it: only so is the time that a slow server costs counted for everyone whom it kept
 * waiting.
 *
 * @param clients how many take turns, 1 to 20,000
 * @param rate appointments per second of all clients together, more than 0, at most 100,000
 * @param lasting from the first appointment to the end, 1 ms to 1 h
 * @param ramp how long the rate grows evenly from nothing, from 0 to all of {@code lasting}
 */
public record OpenLoopPlan(int clients, double rate, Duration lasting, Duration ramp) {

  public static final int MOST_CLIENTS = 20_000;
  public static final int HIGHEST_RATE = 100_000;
  public static final Duration LONGEST = Duration.ofHours(1);

  private static final double NANOS = 1e9;

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException if a value is out of its range, or nobody would come at all;
   *     the message names it
   */
  public OpenLoopPlan {
    if (clients < 1 || clients > MOST_CLIENTS) {
      throw new IllegalArgumentException(clients + " clients are not from 1 to " + MOST_CLIENTS);
    }
    if (!(rate > 0) || rate > HIGHEST_RATE) {
      throw new IllegalArgumentException(
          "a rate of " + rate + " is not above 0 and up to " + HIGHEST_RATE + " per second");
    }
    if (lasting.toMillis() < 1 || lasting.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "a load lasts from 1ms to 1h, not " + Durations.print(lasting));
    }
    if (ramp.isNegative() || ramp.compareTo(lasting) > 0) {
      throw new IllegalArgumentException(
          "the ramp of %s is longer than the load, which lasts %s"
              .formatted(Durations.print(ramp), Durations.print(lasting)));
    }
  }

  /** How many appointments there are, at least 1. */
  public long appointments() {
    return Math.max(1, (long) Math.ceil(dueBy(lasting.toNanos() / NANOS) - 1e-6));
  }

  /** When an appointment is, in nanoseconds from the first possible moment on. */
  public long nanosOf(long appointment) {
    double ramped = ramp.toNanos() / NANOS;
    double duringRamp = rate * ramped / 2;
    double seconds =
        appointment < duringRamp
            ? Math.sqrt(2 * ramped * appointment / rate)
            : ramped / 2 + appointment / rate;
    return Math.round(seconds * NANOS);
  }

  /** Whose appointment it is, counted from 0. */
  int clientOf(long appointment) {
    return (int) (appointment % clients);
  }

  private double dueBy(double seconds) {
    double ramped = ramp.toNanos() / NANOS;
    return seconds < ramped
        ? rate * seconds * seconds / (2 * ramped)
        : rate * (seconds - ramped / 2);
  }
}
