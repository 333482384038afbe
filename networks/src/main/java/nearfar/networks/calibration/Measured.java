package nearfar.networks.calibration;

import java.time.Duration;
import java.util.Arrays;
import nearfar.common.units.NearestRank;
import nearfar.networks.link.Rate;
import org.jspecify.annotations.Nullable;

/**
 * What one direction did to single bytes that were sent through it.
 *
 * @param sent how many were sent
 * @param samples how many of them arrived in time; without one all times are zero
 * @param floor the shortest time that one took
 * @param p50 the median
 * @param p99 99 of 100 took no longer
 * @param jitter half the width of the times, without the outermost 5 % on either side and widened
 *     by as much: of a uniform jitter, that jitter
 * @param rate what a bulk transfer had, per connection; null if none was made
 */
public record Measured(
    int sent,
    int samples,
    Duration floor,
    Duration p50,
    Duration p99,
    Duration jitter,
    @Nullable Rate rate) {

  private static final double MARGIN = 5;

  /** Sums up times in nanoseconds. */
  static Measured of(int sent, long[] nanos) {
    long[] sorted = nanos.clone();
    Arrays.sort(sorted);
    if (sorted.length == 0) {
      return new Measured(
          sent, 0, Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO, null);
    }
    double width = at(sorted, 100 - MARGIN) - at(sorted, MARGIN);
    return new Measured(
        sent,
        sorted.length,
        Duration.ofNanos(sorted[0]),
        Duration.ofNanos(at(sorted, 50)),
        Duration.ofNanos(at(sorted, 99)),
        Duration.ofNanos((long) (width / 2 / (1 - 2 * MARGIN / 100))),
        null);
  }

  Measured withRate(@Nullable Rate newRate) {
    return new Measured(sent, samples, floor, p50, p99, jitter, newRate);
  }

  /** The smallest time that is no shorter than that many percent of all. */
  private static long at(long[] sorted, double percent) {
    return sorted[NearestRank.index(sorted.length, percent)];
  }
}
