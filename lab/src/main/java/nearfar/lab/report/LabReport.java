package nearfar.lab.report;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import nearfar.lab.Exchange;
import nearfar.networks.calibration.Calibration;
import nearfar.networks.calibration.DirectionCalibration;
import nearfar.networks.calibration.Measurement;

/**
 * What happened in a lab, and how it was judged. It is only data; {@link ReportWriter} writes it.
 * All times are {@link System#nanoTime}'s, one clock for all containers of a Linux host.
 *
 * @param title the scenario's or the test's name
 * @param idea the point of it; may be empty
 * @param began the wall-clock time of zero
 * @param zeroNanos the timeline's zero
 * @param endNanos its end
 * @param marks the actions in the lab, in order
 * @param exchanges of all clients
 * @param rows the expectations and their results
 * @param calibrations the requested and the measured delays of each link
 * @param facts seed, versions, sizes, link, service, in the report's order
 * @param outcome of all rows together
 */
public record LabReport(
    String title,
    String idea,
    Instant began,
    long zeroNanos,
    long endNanos,
    List<Mark> marks,
    List<Exchange> exchanges,
    List<Row> rows,
    List<CalibrationRow> calibrations,
    Map<String, String> facts,
    Outcome outcome) {

  public LabReport {
    marks = List.copyOf(marks);
    exchanges = List.copyOf(exchanges);
    rows = List.copyOf(rows);
    calibrations = List.copyOf(calibrations);
    facts = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(facts));
  }

  /** The result of an expectation, or of all of them. */
  public enum Outcome {
    HELD,
    FAILED,
    /** The lab was not as requested, so the service cannot be judged. */
    INCONCLUSIVE
  }

  /**
   * An action in the lab.
   *
   * @param text of the action, such as {@code cut} or {@code lte: down 35ms 12mbit, up 35ms 12mbit}
   * @param beganNanos its start
   * @param doneNanos its end, when it had taken effect
   */
  public record Mark(String name, String text, long beganNanos, long doneNanos) {}

  /**
   * An expectation and its result.
   *
   * @param who the clients whose exchanges counted
   * @param fromNanos the beginning of its window
   * @param toNanos the end of its window
   * @param expected as text, such as {@code greeting p50 35 to 60 ms}
   * @param measured as text, such as {@code 36.2 ms, of 84 exchanges}
   */
  public record Row(
      String name,
      String who,
      long fromNanos,
      long toNanos,
      String expected,
      String measured,
      Outcome outcome) {}

  /**
   * The requested and the measured delay of a link's direction.
   *
   * @param link its summary
   * @param direction {@code down} or {@code up}
   * @param delayMillis requested
   * @param floorMillis the smallest measured delay
   * @param p50Millis measured
   * @param trusted whether it is as requested, within the tolerance
   * @param doubt the deviation and its likely cause; empty if trusted
   */
  public record CalibrationRow(
      String link,
      String direction,
      double delayMillis,
      double jitterMillis,
      double floorMillis,
      double p50Millis,
      double p99Millis,
      int samples,
      boolean trusted,
      String doubt) {

    /** A calibration's two directions. */
    public static List<CalibrationRow> of(Calibration calibration) {
      return calibration.directions().stream().map(way -> of(calibration, way)).toList();
    }

    private static CalibrationRow of(Calibration calibration, DirectionCalibration way) {
      Measurement measured = way.measured();
      String doubt = calibration.doubt(way).orElse("");
      return new CalibrationRow(
          calibration.link().summary(),
          way.direction(),
          millis(way.asked().delay()),
          millis(way.asked().jitter()),
          millis(measured.floor()),
          millis(measured.p50()),
          millis(measured.p99()),
          measured.samples(),
          doubt.isEmpty(),
          doubt);
    }

    private static double millis(Duration duration) {
      return duration.toNanos() / 1e6;
    }
  }
}
