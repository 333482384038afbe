package nearfar.client.report;

import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot.HistogramDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.Arrays;

/** A histogram of durations in the buckets that Prometheus reads. Not thread-safe. */
final class DurationHistogram {

  /** In seconds; from a LAN to a satellite link and its time-outs. */
  private static final double[] UPPER_BOUNDS = {
    0.0005,
    0.001,
    0.002,
    0.005,
    0.01,
    0.02,
    0.05,
    0.1,
    0.2,
    0.5,
    1,
    2,
    5,
    10,
    30,
    Double.POSITIVE_INFINITY
  };

  private final long[] counts = new long[UPPER_BOUNDS.length];
  private double sum;

  void add(long nanos) {
    double seconds = nanos / 1e9;
    int at = Arrays.binarySearch(UPPER_BOUNDS, seconds);
    counts[at >= 0 ? at : -at - 1]++;
    sum += seconds;
  }

  HistogramDataPointSnapshot snapshot(Labels labels) {
    return HistogramDataPointSnapshot.builder()
        .labels(labels)
        .classicHistogramBuckets(ClassicHistogramBuckets.of(UPPER_BOUNDS, counts))
        .sum(sum)
        .build();
  }
}
