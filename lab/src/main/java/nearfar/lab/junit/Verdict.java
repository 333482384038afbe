package nearfar.lab.junit;

import nearfar.lab.Lab;
import nearfar.lab.report.LabReport.Row;

/** Ends a test whose expectation failed. */
final class Verdict {
  private Verdict() {}

  /**
   * Calibrates the lab's link, and ends the test.
   *
   * @return the exception that aborts the test, if the link is not as asked
   * @throws ExpectationFailed if the link is as asked
   */
  static RuntimeException of(Lab lab, Row row) {
    return of(row, lab.wan().summary(), LinkCalibration.of(lab));
  }

  static RuntimeException of(Row row, String link, LinkCalibration calibration) {
    String text =
        """
        %s
          expected     %s: %s
          measured     %s
          link         %s
          calibration  %s\
        """
            .formatted(
                calibration.isInconclusive()
                    ? "inconclusive, the lab's link is not the one asked for"
                    : "expectation failed",
                row.who(),
                row.expected(),
                row.measured(),
                link,
                String.join("\n               ", calibration.lines()));
    if (calibration.isInconclusive()) {
      return new Inconclusive(text, row, calibration);
    }
    throw new ExpectationFailed(text, row, calibration);
  }
}
