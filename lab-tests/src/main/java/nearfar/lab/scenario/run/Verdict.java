package nearfar.lab.scenario.run;

import java.util.List;
import nearfar.lab.report.LabReport.Outcome;
import nearfar.lab.report.LabReport.Row;

/** What verdicts come to. */
final class Verdict {
  private Verdict() {}

  /** In a lab that cannot be trusted there is no verdict, whatever was measured. */
  static List<Row> of(List<Row> rows, boolean trusted) {
    return trusted
        ? rows
        : rows.stream()
            .map(row ->
                new Row(
                    row.name(),
                    row.who(),
                    row.fromNanos(),
                    row.toNanos(),
                    row.expected(),
                    row.measured(),
                    Outcome.NO_VERDICT))
            .toList();
  }

  static Outcome overall(List<Row> rows) {
    for (Outcome outcome : List.of(Outcome.NO_VERDICT, Outcome.FAILED)) {
      if (rows.stream().anyMatch(row -> row.outcome() == outcome)) {
        return outcome;
      }
    }
    return Outcome.HELD;
  }
}
