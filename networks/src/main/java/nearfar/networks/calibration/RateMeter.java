package nearfar.networks.calibration;

import java.util.Optional;
import nearfar.networks.link.Rate;

/**
 * The rate at which bytes arrive: the slope of the straight line that is nearest to all arrivals
 * (least squares). The first piece only marks the beginning, as it waits its own time before it is
 * let through; and no single late piece decides.
 */
final class RateMeter {
  private static final double NANOS = 1e9;
  private static final int FEWEST = 3;

  private long bytes;
  private long firstNanos;
  private int arrivals;
  private double sumT;
  private double sumB;
  private double sumTT;
  private double sumTB;

  /** Counts bytes that came at that time. */
  void add(long nanos, int count) {
    if (arrivals == 0) {
      firstNanos = nanos;
    }
    bytes += count;
    arrivals++;
    double t = (nanos - firstNanos) / NANOS;
    sumT += t;
    sumB += bytes;
    sumTT += t * t;
    sumTB += t * bytes;
  }

  long bytes() {
    return bytes;
  }

  /** Empty if there are too few arrivals. */
  Optional<Rate> rate() {
    double spread = arrivals * sumTT - sumT * sumT;
    if (arrivals < FEWEST || spread <= 0) {
      return Optional.empty();
    }
    double bytesPerSecond = (arrivals * sumTB - sumT * sumB) / spread;
    long bits = Math.round(bytesPerSecond * Byte.SIZE);
    return bits > 0 ? Optional.of(new Rate(bits)) : Optional.empty();
  }
}
