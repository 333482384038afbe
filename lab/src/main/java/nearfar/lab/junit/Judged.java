package nearfar.lab.junit;

import nearfar.lab.report.LabReport.Row;

/** A failure that knows what was expected and measured, and how true the link was. */
interface Judged {
  Row row();

  LinkCalibration truth();
}
