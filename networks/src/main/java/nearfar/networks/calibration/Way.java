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

  /** Of 100: the 99th of 100 in a width of two jitters is 98 above its middle. */
  private static final int UPMOST_HUNDREDTH = 98;

  /** How far the median is from what was asked, over what the path itself takes. */
  public Duration errorOfP50() {
    return measured.p50().minus(path.p50()).minus(asked.delay());
  }

  /**
   * How far the slowest hundredth is from what was asked, of which a uniform jitter makes the
   * upmost hundredth of its width, over what the path itself takes as a rule.
   */
  public Duration errorOfP99() {
    Duration drawn = asked.jitter().multipliedBy(UPMOST_HUNDREDTH).dividedBy(100);
    return measured.p99().minus(path.p50()).minus(asked.delay()).minus(drawn);
  }
}
