package nearfar.client.openloop;

import java.time.Duration;
import nearfar.client.Durations;

/**
 * The schedule of an open-loop load: arrivals, numbered from 0, at a steady rate. The clients take
 * turns, so each has a constant interval. The schedule is fixed before the load starts, and a slow
 * server cannot shift it. Response times therefore include the delay of every waiting client.
 *
 * @param clients number of clients, 1 to 20,000
 * @param rate arrivals per second of all clients together, more than 0, at most 100,000
 * @param lasting from the first arrival to the end, 1 ms to 1 h
 * @param ramp how long the rate grows linearly from 0; from 0 to {@code lasting}
 */
public record OpenLoopPlan(int clients, double rate, Duration lasting, Duration ramp) {

  public static final int MAX_CLIENTS = 20_000;
  public static final int MAX_RATE = 100_000;
  public static final Duration MAX_DURATION = Duration.ofHours(1);

  private static final double NANOS = 1e9;

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException if a value is out of its range; the message names the value
   */
  public OpenLoopPlan {
    if (clients < 1 || clients > MAX_CLIENTS) {
      throw new IllegalArgumentException(clients + " clients are not from 1 to " + MAX_CLIENTS);
    }
    if (!(rate > 0) || rate > MAX_RATE) {
      throw new IllegalArgumentException(
          "a rate of " + rate + " is not above 0 and up to " + MAX_RATE + " per second");
    }
    if (lasting.toMillis() < 1 || lasting.compareTo(MAX_DURATION) > 0) {
      throw new IllegalArgumentException(
          "a load lasts from 1ms to 1h, not " + Durations.print(lasting));
    }
    if (ramp.isNegative() || ramp.compareTo(lasting) > 0) {
      throw new IllegalArgumentException(
          "the ramp of %s is longer than the load, which lasts %s"
              .formatted(Durations.print(ramp), Durations.print(lasting)));
    }
  }

  /** The number of arrivals, at least 1. */
  public long arrivals() {
    return Math.max(1, (long) Math.ceil(dueBy(lasting.toNanos() / NANOS) - 1e-6));
  }

  /** The time of an arrival, in nanoseconds from the start of the load. */
  public long nanosOf(long arrival) {
    double ramped = ramp.toNanos() / NANOS;
    double duringRamp = rate * ramped / 2;
    double seconds =
        arrival < duringRamp ? Math.sqrt(2 * ramped * arrival / rate) : ramped / 2 + arrival / rate;
    return Math.round(seconds * NANOS);
  }

  /** The arrival's client, counted from 0. */
  int clientOf(long arrival) {
    return (int) (arrival % clients);
  }

  private double dueBy(double seconds) {
    double ramped = ramp.toNanos() / NANOS;
    return seconds < ramped
        ? rate * seconds * seconds / (2 * ramped)
        : rate * (seconds - ramped / 2);
  }
}
