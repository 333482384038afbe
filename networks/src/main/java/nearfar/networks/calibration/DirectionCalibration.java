package nearfar.networks.calibration;

import java.time.Duration;
import nearfar.networks.link.Impairment;

/**
 * One direction of a link: requested and measured.
 *
 * @param direction {@code down}, towards the clients, or {@code up}, towards the server
 * @param asked the requested link
 * @param measured what was measured
 * @param path the measurement of the unimpaired path in the same run
 */
public record DirectionCalibration(
    String direction, Impairment asked, Measurement measured, Measurement path) {

  /** Of 100: the 99th of 100 in a width of two jitters is 98 above its middle. */
  private static final int UPMOST_HUNDREDTH = 98;

  /** The error of the median, after subtracting the path's own median. */
  public Duration errorOfP50() {
    return measured.p50().minus(path.p50()).minus(asked.delay());
  }

  /**
   * The error of the 99th percentile, after subtracting the path's own median. A uniform jitter
   * puts that percentile near the top of its width.
   */
  public Duration errorOfP99() {
    Duration drawn = asked.jitter().multipliedBy(UPMOST_HUNDREDTH).dividedBy(100);
    return measured.p99().minus(path.p50()).minus(asked.delay()).minus(drawn);
  }
}
