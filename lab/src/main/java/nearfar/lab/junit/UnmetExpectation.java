package nearfar.lab.junit;

import nearfar.lab.report.LabReport.Row;

/** A failure of an expectation, with what was measured and the calibration of the link. */
interface UnmetExpectation {
  /** The expectation, as the report shows it. */
  Row row();

  /** The link at the time of the failure. */
  LinkCalibration calibration();
}
