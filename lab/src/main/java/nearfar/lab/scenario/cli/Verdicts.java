package nearfar.lab.scenario.cli;

import java.util.List;
import nearfar.lab.report.LabReport;
import nearfar.lab.report.LabReport.Outcome;
import nearfar.lab.report.LabReport.Row;
import nearfar.lab.scenario.NegativeControl;
import nearfar.lab.scenario.run.ControlVerdict;

/** Prints the results of a scenario, and chooses the exit status. */
record Verdicts(Console console) {

  ExitCode of(LabReport report) {
    table(report);
    long held = count(report, Outcome.HELD);
    int all = report.rows().size();
    switch (report.outcome()) {
      case HELD -> console.line("held", "%d of %d".formatted(held, all));
      case FAILED -> console.line("failed", "%d of %d, the others held".formatted(all - held, all));
      case INCONCLUSIVE -> inconclusive();
    }
    return ExitCode.of(report.outcome());
  }

  ExitCode ofControl(NegativeControl control, LabReport report) {
    table(report);
    if (report.outcome() == Outcome.INCONCLUSIVE) {
      inconclusive();
      return ExitCode.INCONCLUSIVE;
    }
    ControlVerdict verdict = ControlVerdict.of(control, report);
    if (verdict.failedAsItHadTo()) {
      console.line(
          "held",
          "without the cause exactly what had to fail did: " + String.join(", ", control.fails()));
      return ExitCode.HELD;
    }
    verdict.wrongly().forEach(line -> console.line("failed", line));
    return ExitCode.FAILED;
  }

  private void table(LabReport report) {
    console.blank();
    console.table(
        report.rows().stream()
            .map(row ->
                List.of(
                    mark(row.outcome()) + " " + row.name(),
                    row.who(),
                    row.expected(),
                    row.measured()))
            .toList());
    console.blank();
  }

  private void inconclusive() {
    console.line(
        "inconclusive",
        "the lab was not what it was told to be; see what was measured, and the lines with 'doubt'");
  }

  private static long count(LabReport report, Outcome outcome) {
    return report.rows().stream().map(Row::outcome).filter(outcome::equals).count();
  }

  private static String mark(Outcome outcome) {
    return switch (outcome) {
      case HELD -> "✔";
      case FAILED -> "✘";
      case INCONCLUSIVE -> "?";
    };
  }
}
