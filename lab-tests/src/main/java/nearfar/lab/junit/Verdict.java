package nearfar.lab.junit;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import nearfar.lab.Lab;
import nearfar.lab.report.LabReport.CalibrationRow;
import nearfar.lab.report.LabReport.Row;

/** How a test ends that did not see what it had to. */
final class Verdict {
  private Verdict() {}

  /**
   * Measures what the lab's link is worth, and ends the test.
   *
   * @return what aborts the test, if the link is not the one asked for
   * @throws NotSeen if it is
   */
  static RuntimeException against(Lab lab, Row row) {
    List<CalibrationRow> calibration = Truth.of(lab);
    String text =
        """
        %s: not as expected
          expected     %s
          measured     %s
          link         %s
          calibration  %s\
        """
            .formatted(
                row.name(), row.expected(), row.measured(), lab.wan().summary(), told(calibration));
    if (calibration.stream().allMatch(CalibrationRow::trusted)) {
      throw new NotSeen(text, row, calibration);
    }
    return new NoVerdict("the lab is not to be trusted, no verdict: " + text, row, calibration);
  }

  private static String told(List<CalibrationRow> calibration) {
    return calibration.stream().map(Verdict::told).collect(Collectors.joining("\n               "));
  }

  private static String told(CalibrationRow row) {
    String figures =
        String.format(
            Locale.ROOT,
            "%s asked %.1f ms, measured floor %.1f ms, p50 %.1f ms, p99 %.1f ms in %d",
            row.direction(),
            row.delayMillis(),
            row.floorMillis(),
            row.p50Millis(),
            row.p99Millis(),
            row.samples());
    return row.trusted() ? figures : figures + ": " + row.doubt();
  }
}
