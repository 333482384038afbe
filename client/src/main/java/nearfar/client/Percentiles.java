package nearfar.client;

import org.HdrHistogram.Histogram;

/**
 * The percentiles of recorded times, with three significant digits, from 1 µs upwards. Not
 * thread-safe.
 */
public final class Percentiles {

  private static final int SIGNIFICANT_DIGITS = 3;

  // In microseconds. Resizes automatically, since most links stay within a few hundred ms.
  private final Histogram micros = new Histogram(SIGNIFICANT_DIGITS);

  /** Adds one time, not negative. */
  public void add(long nanos) {
    micros.recordValue((nanos + 500) / 1000);
  }

  /** Adds all times of another. */
  public void add(Percentiles other) {
    micros.add(other.micros);
  }

  public boolean isEmpty() {
    return micros.getTotalCount() == 0;
  }

  /**
   * In nanoseconds.
   *
   * @param percentile 50 for the median, 99 for the slow ones, 100 for the slowest
   */
  public long at(double percentile) {
    return micros.getValueAtPercentile(percentile) * 1000;
  }
}
