package nearfar.lab.scenario.run;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nearfar.lab.report.LabReport.Outcome;
import nearfar.lab.report.LabReport.Row;

/** Combines the outcomes of expectations. */
final class Verdict {
  private Verdict() {}

  /**
   * In a lab that cannot be trusted every result is inconclusive.
   *
   * @param trusted whether its links are as requested
   * @param doubts other reasons for distrust; empty if there are none
   */
  static List<Row> of(List<Row> rows, boolean trusted, List<String> doubts) {
    return trusted && doubts.isEmpty()
        ? rows
        : rows.stream()
            .map(row ->
                new Row(
                    row.name(),
                    row.who(),
                    row.fromNanos(),
                    row.toNanos(),
                    row.expected(),
                    measured(row, doubts),
                    Outcome.INCONCLUSIVE))
            .toList();
  }

  private static String measured(Row row, List<String> doubts) {
    return Stream.concat(Stream.of(row.measured()), doubts.stream())
        .collect(Collectors.joining("; "));
  }

  static Outcome overall(List<Row> rows) {
    for (Outcome outcome : List.of(Outcome.INCONCLUSIVE, Outcome.FAILED)) {
      if (rows.stream().anyMatch(row -> row.outcome() == outcome)) {
        return outcome;
      }
    }
    return Outcome.HELD;
  }
}
