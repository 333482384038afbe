package nearfar.lab.junit;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nearfar.lab.Lab;
import nearfar.lab.report.LabReport.CalibrationRow;

/**
 * What the present link of a lab is worth.
 *
 * @param rows one for each direction; none if it could not be measured
 * @param trouble why it could not be measured; empty if it was
 */
record LinkCalibration(List<CalibrationRow> rows, String trouble) {
  LinkCalibration {
    rows = List.copyOf(rows);
  }

  /** Measures it, which takes a few seconds. */
  static LinkCalibration of(Lab lab) {
    try {
      return new LinkCalibration(
          lab.calibrate(List.of(presentLink(lab))).stream()
              .flatMap(calibration -> CalibrationRow.of(calibration).stream())
              .toList(),
          "");
    } catch (RuntimeException unmeasurable) {
      // A link that is cut, a gateway that is gone: what was not seen says so itself.
      return new LinkCalibration(List.of(), String.valueOf(unmeasurable.getMessage()));
    }
  }

  /** As wan-control told last; it tells once at least, before a lab's first client comes. */
  private static Map<String, String> presentLink(Lab lab) {
    return lab.lines("wan-control").stream()
        .filter(line -> line.has("words"))
        .map(line -> line.get("words").getAsString())
        .reduce((before, last) -> last)
        .map(words ->
            Stream.of(words.split(" "))
                .map(word -> word.split("=", 2))
                .collect(Collectors.toMap(word -> word[0], word -> word[1])))
        .orElseGet(() -> lab.settings().link());
  }

  boolean isDoubtful() {
    return !rows.stream().allMatch(CalibrationRow::trusted);
  }

  /** For people, a line for each direction. */
  List<String> told() {
    return rows.isEmpty()
        ? List.of("could not be had: " + trouble)
        : rows.stream().map(LinkCalibration::told).toList();
  }

  private static String told(CalibrationRow row) {
    String figures =
        String.format(
            Locale.ROOT,
            "%s asked %.1f ms, measured floor %.1f ms, p50 %.1f ms, p99 %.1f ms, of %d",
            row.direction(),
            row.delayMillis(),
            row.floorMillis(),
            row.p50Millis(),
            row.p99Millis(),
            row.samples());
    return row.trusted() ? figures : figures + "; " + row.doubt();
  }
}
