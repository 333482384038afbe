package nearfar.lab.junit;

import nearfar.lab.Lab;
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
    return against(row, lab.wan().summary(), LinkCalibration.of(lab));
  }

  static RuntimeException against(Row row, String link, LinkCalibration truth) {
    String text =
        """
        %s
          expected     %s: %s
          measured     %s
          link         %s
          calibration  %s\
        """
            .formatted(
                truth.isDoubtful()
                    ? "inconclusive, the lab's link is not the one asked for"
                    : "not seen",
                row.who(),
                row.expected(),
                row.measured(),
                link,
                String.join("\n               ", truth.told()));
    if (truth.isDoubtful()) {
      return new Inconclusive(text, row, truth);
    }
    throw new NotSeen(text, row, truth);
  }
}
