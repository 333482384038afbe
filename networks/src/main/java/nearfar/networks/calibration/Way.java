package nearfar.networks.calibration;

import java.time.Duration;
import nearfar.networks.link.Impairment;

/**
 * One direction of a link: what was asked of it, and what it did.
 *
 * @param direction {@code down}, towards the clients, or {@code up}, towards the server
 * @param asked what was asked
 * @param measured what was measured
 * @param path what was measured in the same run of the same path with nothing added
 */
public record Way(String direction, Impairment asked, Measured measured, Measured path) {

  /** How far the median is from what was asked, over what the path itself takes. */
  public Duration errorOfP50() {
    return measured.p50().minus(path.p50()).minus(asked.delay());
  }

  /**
   * How far the slowest hundredth is from what was asked, jitter included, over what the path
   * itself takes of its slowest.
   */
  public Duration errorOfP99() {
    return measured.p99().minus(path.p99()).minus(asked.delay()).minus(asked.jitter());
  }
}
