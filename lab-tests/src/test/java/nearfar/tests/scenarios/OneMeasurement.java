package nearfar.tests.scenarios;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nearfar.lab.Lab;
import nearfar.lab.report.LabReport.CalibrationRow;
import nearfar.lab.scenario.run.LinkVerification;
import nearfar.networks.calibration.Calibration;

/**
 * Measures all links that a lab will ever have at once, when it is first asked, and relies on it:
 * whoever is disappointed then measures again.
 */
final class OneMeasurement implements LinkVerification {
  private final List<Map<String, String>> all;
  private final Map<Map<String, String>, List<CalibrationRow>> known = new HashMap<>();

  OneMeasurement(List<Map<String, String>> all) {
    this.all = List.copyOf(all);
  }

  @Override
  public List<CalibrationRow> measure(Lab lab, List<Map<String, String>> links) {
    if (known.isEmpty()) {
      List<Calibration> measured = lab.calibrate(all);
      for (int link = 0; link < all.size(); link++) {
        known.put(all.get(link), CalibrationRow.of(measured.get(link)));
      }
    }
    return links.stream()
        .flatMap(link -> Objects.requireNonNull(known.get(link), link::toString).stream())
        .toList();
  }
}
