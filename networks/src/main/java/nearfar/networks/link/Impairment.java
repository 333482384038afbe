package nearfar.networks.link;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The impairment of one direction of a link.
 *
 * @param delay one-way, added to every piece of data; zero or more
 * @param jitter the delay of each piece is drawn uniformly from {@code delay ± jitter}; at most
 *     {@code delay}
 * @param rate the bandwidth, or null for no limit
 */
public record Impairment(Duration delay, Duration jitter, @Nullable Rate rate) {
  /** A direction that adds nothing. */
  public static final Impairment NONE = new Impairment(Duration.ZERO, Duration.ZERO, null);

  public Impairment {
    if (delay.isNegative() || jitter.isNegative()) {
      throw new IllegalArgumentException("a delay or jitter cannot be negative");
    }
    if (jitter.compareTo(delay) > 0) {
      throw new IllegalArgumentException(
          "a jitter of %s is more than the delay of %s: nothing arrives before it was sent"
              .formatted(Durations.format(jitter), Durations.format(delay)));
    }
  }

  /** A direction with a delay alone. */
  public static Impairment delay(Duration delay) {
    return new Impairment(delay, Duration.ZERO, null);
  }

  /** The same with a jitter around its delay. */
  public Impairment withJitter(Duration newJitter) {
    return new Impairment(delay, newJitter, rate);
  }

  /** The same with a bandwidth. */
  public Impairment withRate(Rate newRate) {
    return new Impairment(delay, jitter, newRate);
  }

  /**
   * Reads a delay with an optional jitter, {@code 200ms} or {@code 200ms~20ms}.
   *
   * @throws IllegalArgumentException naming what is wrong
   */
  public static Impairment parse(String delayAndJitter, @Nullable Rate rate) {
    String[] parts = delayAndJitter.split("~", -1);
    if (parts.length > 2) {
      throw new IllegalArgumentException(
          "'%s' has more than one '~': write DELAY~JITTER".formatted(delayAndJitter));
    }
    Duration jitter = parts.length == 2 ? Durations.parse(parts[1]) : Duration.ZERO;
    return new Impairment(Durations.parse(parts[0]), jitter, rate);
  }

  @Override
  public String toString() {
    return Durations.format(delay)
        + (jitter.isZero() ? "" : " ±" + Durations.format(jitter))
        + (rate == null ? "" : " " + rate);
  }
}
