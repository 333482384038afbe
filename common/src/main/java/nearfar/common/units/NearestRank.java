package nearfar.common.units;

/**
 * Percentiles by nearest rank: the smallest sample that is not below that share of all samples. It
 * is always a sample that was measured, never a value between two.
 */
public final class NearestRank {
  private NearestRank() {}

  /**
   * The index of a percentile in sorted samples.
   *
   * @param count how many samples there are, at least 1
   * @param percentile above 0, up to 100
   * @return from 0 to {@code count - 1}
   */
  public static int index(int count, double percentile) {
    int rank = (int) Math.ceil(percentile / 100 * count);
    return Math.max(rank, 1) - 1;
  }
}
