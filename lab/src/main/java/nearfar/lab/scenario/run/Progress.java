package nearfar.lab.scenario.run;

import java.time.Duration;
import java.util.List;
import nearfar.lab.report.LabReport.CalibrationRow;
import nearfar.lab.report.LabReport.Row;
import nearfar.lab.scenario.Step;
import nearfar.lab.scenario.judge.StepTiming;

/** Receives the progress of a run, in the thread that runs it. */
public interface Progress {

  /** The current phase, such as {@code lab} and {@code starting 2 near and 3 far}. */
  default void phase(String subject, String text) {}

  /** The links were measured. */
  default void calibrated(List<CalibrationRow> rows) {}

  /**
   * A step has taken effect.
   *
   * @param late the delay between its moment and its start
   */
  default void step(Step step, StepTiming when, Duration late) {}

  /** An expectation was judged. */
  default void judged(Row row) {}

  /** Ignores all progress. */
  Progress SILENT = new Progress() {};
}
