package nearfar.lab.report;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import nearfar.lab.Exchange;
import nearfar.networks.calibration.Calibration;
import nearfar.networks.calibration.Measured;
import nearfar.networks.calibration.Way;

/**
 * What happened in a lab for a while, and how it was judged. Data alone; what writes it is another
 * class. All times are {@link System#nanoTime}'s, one clock for all containers of a Linux host.
 *
 * @param title the scenario's or the test's name
 * @param idea what it shows; empty if nothing was said
 * @param began when zero was, by the wall clock, for people
 * @param zeroNanos the timeline's zero
 * @param endNanos its end
 * @param marks what was done to the lab, in order
 * @param exchanges of all clients
 * @param rows what was expected, and what was measured
 * @param calibrations what was asked of each link, and what was measured of it
 * @param facts seed, versions, sizes, link, service, in the order in which people read them
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

  /** How an expectation, or all of them, came out. */
  public enum Outcome {
    HELD,
    FAILED,
    /** The lab was not the one asked for: nothing can be said of the service. */
    INCONCLUSIVE
  }

  /**
   * Something that was done to the lab.
   *
   * @param text for people, such as {@code cut} or {@code lte: down 35ms 12mbit, up 35ms 12mbit}
   * @param beganNanos when it was begun
   * @param doneNanos when it was in force
   */
  public record Mark(String name, String text, long beganNanos, long doneNanos) {}

  /**
   * An expectation and what came of it.
   *
   * @param who whose exchanges counted, for people
   * @param fromNanos the beginning of its window
   * @param toNanos the end of its window
   * @param expected for people, such as {@code greeting p50 35 to 60 ms}
   * @param measured for people, such as {@code 36.2 ms, of 84 exchanges}
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
   * A direction of a link: what was asked and what was measured.
   *
   * @param link its summary, for people
   * @param direction {@code down} or {@code up}
   * @param delayMillis what was asked
   * @param floorMillis the smallest that was measured
   * @param p50Millis measured
   * @param trusted whether it is as asked, within the tolerance
   * @param doubt why not, with the likely cause; empty if trusted
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
      return calibration.ways().stream().map(way -> of(calibration, way)).toList();
    }

    private static CalibrationRow of(Calibration calibration, Way way) {
      Measured measured = way.measured();
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
