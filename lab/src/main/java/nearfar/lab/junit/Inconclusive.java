package nearfar.lab.junit;

import nearfar.lab.report.LabReport.Outcome;
import nearfar.lab.report.LabReport.Row;
import org.opentest4j.TestAbortedException;

/** The link was not the one asked for: nothing can be said of what was not seen over it. */
final class Inconclusive extends TestAbortedException implements Judged {
  private final transient Row row;
  private final transient LinkCalibration truth;

  Inconclusive(String message, Row failed, LinkCalibration truth) {
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
