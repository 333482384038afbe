package nearfar.lab.scenario.run;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nearfar.lab.Lab;
import nearfar.lab.report.LabReport.CalibrationRow;

/** Measures each link once, and relies on it: whoever is disappointed then measures again. */
final class OneMeasurement implements Trust {
  private final Map<List<Map<String, String>>, List<CalibrationRow>> known = new HashMap<>();

  @Override
  public List<CalibrationRow> measure(Lab lab, List<Map<String, String>> links) {
    return known.computeIfAbsent(links, some -> MEASURED.measure(lab, some));
  }
}
