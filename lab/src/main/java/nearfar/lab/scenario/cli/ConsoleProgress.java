package nearfar.lab.scenario.cli;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import nearfar.lab.report.LabReport.CalibrationRow;
import nearfar.lab.scenario.Step;
import nearfar.lab.scenario.judge.StepTiming;
import nearfar.lab.scenario.run.ActionText;
import nearfar.lab.scenario.run.Progress;

/** Prints a line for each phase and step. */
record ConsoleProgress(Console console) implements Progress {
  /** A shorter delay is not printed. */
  private static final Duration NOTICEABLE = Duration.ofMillis(100);

  @Override
  public void phase(String subject, String text) {
    console.line(subject, text);
  }

  @Override
  public void calibrated(List<CalibrationRow> rows) {
    long trusted = rows.stream().filter(CalibrationRow::trusted).count();
    if (!rows.isEmpty() && trusted == rows.size()) {
      double worst =
          rows.stream()
              .mapToDouble(row -> Math.abs(row.p50Millis() - row.delayMillis()))
              .max()
              .orElse(0);
      console.line(
          "measured",
          text("%d directions of links, as asked; p50 off by at most %.1f ms", trusted, worst));
    }
    rows.stream()
        .filter(row -> !row.trusted())
        .forEach(row ->
            console.line(
                "doubt",
                text(
                    "%s, %s: asked %.1f ms, floor %.1f, p50 %.1f, of %d; %s",
                    row.link(),
                    row.direction(),
                    row.delayMillis(),
                    row.floorMillis(),
                    row.p50Millis(),
                    row.samples(),
                    row.doubt())));
  }

  @Override
  public void step(Step step, StepTiming when, Duration late) {
    String action = ActionText.of(step.action());
    console.line(
        text("%.1f s", step.at().toNanos() / 1e9),
        text(
            "%s, applied after %.0f ms%s",
            action.equals(step.name()) ? action : step.name() + ": " + action,
            (when.doneNanos() - when.beganNanos()) / 1e6,
            late.compareTo(NOTICEABLE) < 0 ? "" : text("; %d ms late", late.toMillis())));
  }

  @SuppressWarnings(
      "AnnotateFormatMethod") // the annotation is in a library that the project does not use
  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
