package nearfar.lab.junit;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nearfar.lab.Lab;
import nearfar.lab.report.LabReport.CalibrationRow;

/**
 * The calibration of a lab's link at the time of a failure.
 *
 * @param rows one for each direction; none if the link could not be measured
 * @param error why the link could not be measured; empty if it was
 */
record LinkCalibration(List<CalibrationRow> rows, String error) {
  LinkCalibration {
    rows = List.copyOf(rows);
  }

  /** Measures the link, in a few seconds. */
  static LinkCalibration of(Lab lab) {
    try {
      return new LinkCalibration(
          lab.calibrate(List.of(presentLink(lab))).stream()
              .flatMap(calibration -> CalibrationRow.of(calibration).stream())
              .toList(),
          "");
    } catch (RuntimeException unmeasurable) {
      // The link is cut, or the gateway is gone. The failed expectation shows that.
      return new LinkCalibration(List.of(), String.valueOf(unmeasurable.getMessage()));
    }
  }

  /** From the last line of wan-control's log that has it; the first one precedes all clients. */
  private static Map<String, String> presentLink(Lab lab) {
    return lab.lines("wan-control").stream()
        .filter(line -> line.has("words"))
        .map(line -> line.get("words").getAsString())
        .reduce((before, last) -> last)
        .map(parameters ->
            Stream.of(parameters.split(" "))
                .map(parameter -> parameter.split("=", 2))
                .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1])))
        .orElseGet(() -> lab.settings().link());
  }

  boolean isInconclusive() {
    return !rows.stream().allMatch(CalibrationRow::trusted);
  }

  /** A line of text for each direction. */
  List<String> lines() {
    return rows.isEmpty()
        ? List.of("not measured: " + error)
        : rows.stream().map(LinkCalibration::line).toList();
  }

  private static String line(CalibrationRow row) {
    String numbers =
        String.format(
            Locale.ROOT,
            "%s asked %.1f ms, measured floor %.1f ms, p50 %.1f ms, p99 %.1f ms, of %d",
            row.direction(),
            row.delayMillis(),
            row.floorMillis(),
            row.p50Millis(),
            row.p99Millis(),
            row.samples());
    return row.trusted() ? numbers : numbers + "; " + row.doubt();
  }
}
