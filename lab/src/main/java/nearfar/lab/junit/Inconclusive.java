package nearfar.lab.junit;

import nearfar.lab.report.LabReport.Outcome;
import nearfar.lab.report.LabReport.Row;
import org.opentest4j.TestAbortedException;

/** An expectation failed while the link was not as asked, which may be the cause. */
final class Inconclusive extends TestAbortedException implements UnmetExpectation {
  private final transient Row row;
  private final transient LinkCalibration calibration;

  Inconclusive(String message, Row failed, LinkCalibration calibration) {
    super(message);
    this.row =
        new Row(
            failed.name(),
            failed.who(),
            failed.fromNanos(),
            failed.toNanos(),
            failed.expected(),
            failed.measured(),
            Outcome.INCONCLUSIVE);
    this.calibration = calibration;
  }

  @Override
  public Row row() {
    return row;
  }

  @Override
  public LinkCalibration calibration() {
    return calibration;
  }
}
