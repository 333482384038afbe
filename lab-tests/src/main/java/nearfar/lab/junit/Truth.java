package nearfar.lab.junit;

import java.util.List;
import nearfar.lab.Lab;
import nearfar.lab.report.LabReport.CalibrationRow;

/** What the present link of a lab is worth. */
final class Truth {
  private Truth() {}

  static List<CalibrationRow> of(Lab lab) {
    return List.of();
  }
}
