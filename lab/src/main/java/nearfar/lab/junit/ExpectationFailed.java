package nearfar.lab.junit;

import nearfar.lab.report.LabReport.Row;
import org.opentest4j.AssertionFailedError;

/** An expectation failed while the link was as asked. */
final class ExpectationFailed extends AssertionFailedError implements UnmetExpectation {
  private final transient Row row;
  private final transient LinkCalibration calibration;

  ExpectationFailed(String message, Row row, LinkCalibration calibration) {
    super(message);
    this.row = row;
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
