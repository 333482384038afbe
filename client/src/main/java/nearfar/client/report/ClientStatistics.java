package nearfar.client.report;

import java.time.Instant;
import java.util.Map;
import nearfar.client.Percentiles;
import org.jspecify.annotations.Nullable;

/**
 * One client's part of a report.
 *
 * @param network the client's network, such as {@code wan}
 * @param reasons number of failures by reason
 * @param overlapping exchanges left out because the link was changing while they ran
 * @param connect times of all established connections, including those without a greeting
 * @param dataStart set if the data starts later than the last change of the link
 */
record ClientStatistics(
    String name,
    String network,
    long greetings,
    long failures,
    Map<String, Long> reasons,
    long overlapping,
    Percentiles connect,
    Percentiles greeting,
    @Nullable DataStart dataStart) {

  /**
   * The start of the data.
   *
   * @param rotated whether the log was rotated and data after the change is missing; otherwise the
   *     client itself started late
   * @param lateNanos how long after the change
   */
  record DataStart(Instant time, boolean rotated, long lateNanos) {}
}
