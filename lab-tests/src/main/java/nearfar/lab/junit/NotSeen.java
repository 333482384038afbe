package nearfar.lab.junit;

import java.util.List;
import nearfar.lab.report.LabReport.CalibrationRow;
import nearfar.lab.report.LabReport.Row;
import org.opentest4j.AssertionFailedError;

/** Something that had to be seen was not, over a link that is the one asked for. */
final class NotSeen extends AssertionFailedError implements Judged {
  private final transient Row row;
  private final transient List<CalibrationRow> calibration;

  NotSeen(String message, Row row, List<CalibrationRow> calibration) {
    super(message);
    this.row = row;
    this.calibration = calibration;
  }

  @Override
  public Row row() {
    return row;
  }

  @Override
  public List<CalibrationRow> calibration() {
    return calibration;
  }
}
