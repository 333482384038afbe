package nearfar.lab.junit;

import nearfar.lab.report.LabReport.Row;
import org.opentest4j.AssertionFailedError;

/** Something that had to be seen was not, over a link that is the one asked for. */
final class NotSeen extends AssertionFailedError implements Judged {
  private final transient Row row;
  private final transient LinkCalibration truth;

  NotSeen(String message, Row row, LinkCalibration truth) {
    super(message);
    this.row = row;
    this.truth = truth;
  }

  @Override
  public Row row() {
    return row;
  }

  @Override
  public LinkCalibration truth() {
    return truth;
  }
}
