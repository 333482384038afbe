package nearfar.networks.calibration;

import java.time.Duration;
import java.util.Arrays;
import nearfar.common.units.NearestRank;
import nearfar.networks.link.Rate;
import org.jspecify.annotations.Nullable;

/**
 * The measured times of single bytes in one direction.
 *
 * @param sent the number of bytes sent
 * @param samples the number that arrived in time; if none did, all times are zero
 * @param floor the shortest time
 * @param p50 the median
 * @param p99 99 of 100 took no longer
 * @param jitter half the width of the times, without the outermost 5 % on either side and widened
 *     by as much: of a uniform jitter, that jitter
 * @param rate the rate of a bulk transfer, per connection; null if not measured
 */
public record Measurement(
    int sent,
    int samples,
    Duration floor,
    Duration p50,
    Duration p99,
    Duration jitter,
    @Nullable Rate rate) {

  private static final double MARGIN = 5;

  /** Sums up times in nanoseconds. */
  static Measurement of(int sent, long[] nanos) {
    long[] sorted = nanos.clone();
    Arrays.sort(sorted);
    if (sorted.length == 0) {
      return new Measurement(
          sent, 0, Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO, null);
    }
    double width = at(sorted, 100 - MARGIN) - at(sorted, MARGIN);
    return new Measurement(
        sent,
        sorted.length,
        Duration.ofNanos(sorted[0]),
        Duration.ofNanos(at(sorted, 50)),
        Duration.ofNanos(at(sorted, 99)),
        Duration.ofNanos((long) (width / 2 / (1 - 2 * MARGIN / 100))),
        null);
  }

  Measurement withRate(@Nullable Rate newRate) {
    return new Measurement(sent, samples, floor, p50, p99, jitter, newRate);
  }

  /** The smallest time that is no shorter than that many percent of all. */
  private static long at(long[] sorted, double percent) {
    return sorted[NearestRank.index(sorted.length, percent)];
  }
}
