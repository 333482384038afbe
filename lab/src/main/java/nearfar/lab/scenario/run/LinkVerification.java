package nearfar.lab.scenario.run;

import java.util.List;
import java.util.Map;
import nearfar.lab.Lab;
import nearfar.lab.report.LabReport.CalibrationRow;

/** Verifies that a lab's links are as requested. */
public interface LinkVerification {
  /**
   * Measures links from within the lab, without an effect on its clients.
   *
   * @param links as variables of {@code make wan}
   */
  List<CalibrationRow> measure(Lab lab, List<Map<String, String>> links);

  /** Measures with {@link Lab#calibrate}. */
  LinkVerification MEASURED =
      (lab, links) ->
          lab.calibrate(links).stream().flatMap(each -> CalibrationRow.of(each).stream()).toList();

  /** Measures nothing: for scenarios that judge no times, on a busy machine. */
  LinkVerification SKIPPED = (lab, links) -> List.of();
}
