package nearfar.client.report;

import java.time.Instant;
import java.util.Map;
import nearfar.client.Percentiles;
import org.jspecify.annotations.Nullable;

/**
 * One client's part of a report.
 *
 * @param network the one that the client sits on, such as {@code wan}
 * @param reasons how often each kind of failure occurred
 * @param overlapping exchanges left out since the link was in change while they ran
 * @param connect times of all connections that stood, also where no greeting followed
 * @param begins set if the figures begin later than the link is what it is
 */
record ClientFigures(
    String name,
    String network,
    long greetings,
    long failures,
    Map<String, Long> reasons,
    long overlapping,
    Percentiles connect,
    Percentiles greeting,
    @Nullable Begins begins) {

  /**
   * Where the figures begin.
   *
   * @param rotated whether figures are missing: the log does not go back to the change of the link.
   *     If not, the client itself started only then
   * @param lateNanos how much later than the change
   */
  record Begins(Instant time, boolean rotated, long lateNanos) {}
}
