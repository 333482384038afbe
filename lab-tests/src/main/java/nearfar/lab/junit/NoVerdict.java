package nearfar.lab.junit;

import java.util.List;
import nearfar.lab.report.LabReport.CalibrationRow;
import nearfar.lab.report.LabReport.Outcome;
import nearfar.lab.report.LabReport.Row;
import org.opentest4j.TestAbortedException;

/** The link was not the one asked for: nothing can be said of what was not seen over it. */
final class NoVerdict extends TestAbortedException implements Judged {
  private final transient Row row;
  private final transient List<CalibrationRow> calibration;

  NoVerdict(String message, Row failed, List<CalibrationRow> calibration) {
    super(message);
    this.row =
        new Row(
            failed.name(),
            failed.who(),
            failed.fromNanos(),
            failed.toNanos(),
            failed.expected(),
            failed.measured(),
            Outcome.NO_VERDICT);
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
