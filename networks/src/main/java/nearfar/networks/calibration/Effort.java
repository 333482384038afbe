package nearfar.networks.calibration;

import java.time.Duration;

/**
 * How much a calibration takes.
 *
 * @param samples of each direction of each link, at least
 * @param span over which they are spread, at least; longer where the machine would be busy with
 *     them otherwise
 * @param rates whether rates are measured too, which takes some seconds more
 */
public record Effort(int samples, Duration span, boolean rates) {
  private static final int MOST_SAMPLES = 5_000;
  private static final Duration LONGEST = Duration.ofMinutes(1);

  /** Enough to judge floor and median. */
  public static final Effort QUICK = new Effort(60, Duration.ofMillis(1200), false);

  /** Enough to tell the 99th percentile. */
  public static final Effort THOROUGH = new Effort(400, Duration.ofSeconds(6), true);

  public Effort {
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
