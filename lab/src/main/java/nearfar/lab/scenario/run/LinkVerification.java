package nearfar.lab.scenario.run;

import java.util.List;
import java.util.Map;
import nearfar.lab.Lab;
import nearfar.lab.report.LabReport.CalibrationRow;

/** Whether a lab's links are what they were told to be. */
public interface LinkVerification {
  /**
   * Measures links from within the lab; what its clients see meanwhile does not change.
   *
   * @param links in the words of {@code make wan}
   */
  List<CalibrationRow> measure(Lab lab, List<Map<String, String>> links);

  /** Has the lab measure itself. */
  LinkVerification MEASURED =
      (lab, links) ->
          lab.calibrate(links).stream().flatMap(each -> CalibrationRow.of(each).stream()).toList();

  /** Takes every lab at its word: for what judges no time, on a machine that is busy. */
  LinkVerification SKIPPED = (lab, links) -> List.of();
}
