package nearfar.lab.scenario.run;

import java.util.ArrayList;
import java.util.List;
import nearfar.lab.report.LabReport;
import nearfar.lab.report.LabReport.Outcome;
import nearfar.lab.report.LabReport.Row;
import nearfar.lab.scenario.NegativeControl;

/**
 * Whether a negative control failed at exactly the expectations that it names.
 *
 * @param wrongly a line for each expectation with the wrong outcome; empty if there is none
 */
public record ControlVerdict(List<String> wrongly) {
  public ControlVerdict {
    wrongly = List.copyOf(wrongly);
  }

  public static ControlVerdict of(NegativeControl control, LabReport report) {
    List<String> wrongly = new ArrayList<>();
    for (Row row : report.rows()) {
      boolean named = control.fails().contains(row.name());
      if (named != (row.outcome() == Outcome.FAILED)) {
        wrongly.add(
            named
                ? "'%s' had to fail without the cause, and did not: %s"
                    .formatted(row.name(), row.measured())
                : "'%s' had to hold without the cause, too: %s"
                    .formatted(row.name(), row.measured()));
      }
    }
    return new ControlVerdict(wrongly);
  }

  public boolean failedAsItHadTo() {
    return wrongly.isEmpty();
  }
}
