package nearfar.networks.calibration;

import java.time.Duration;

/**
 * The number of samples and the duration of a calibration.
 *
 * @param samples at least this many for each direction of each link
 * @param span the time over which the samples are spread, at least; longer if they would keep the
 *     machine busy
 * @param rates whether to measure rates, which takes some more seconds
 */
public record Sampling(int samples, Duration span, boolean rates) {
  private static final int MOST_SAMPLES = 5_000;
  private static final Duration LONGEST = Duration.ofMinutes(1);

  /** Enough samples for floor and median. */
  public static final Sampling QUICK = new Sampling(60, Duration.ofMillis(1200), false);

  /** Enough samples for the 99th percentile. */
  public static final Sampling THOROUGH = new Sampling(400, Duration.ofSeconds(6), true);

  public Sampling {
    if (samples < 1 || samples > MOST_SAMPLES) {
      throw new IllegalArgumentException(
          "%d samples: must be 1 to %d".formatted(samples, MOST_SAMPLES));
    }
    if (span.isNegative() || span.isZero() || span.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "%d ms: a span must be from 1ms to 60s".formatted(span.toMillis()));
    }
  }
}
