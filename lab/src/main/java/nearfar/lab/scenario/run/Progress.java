package nearfar.lab.scenario.run;

import java.time.Duration;
import java.util.List;
import nearfar.lab.report.LabReport.CalibrationRow;
import nearfar.lab.report.LabReport.Row;
import nearfar.lab.scenario.Step;
import nearfar.lab.scenario.judge.StepTiming;

/** Hears how a run gets on. All calls come from the thread that runs it. */
public interface Progress {

  /** What is being done, such as {@code lab} and {@code starting 2 near and 3 far}. */
  default void phase(String subject, String text) {}

  /** The links were measured. */
  default void calibrated(List<CalibrationRow> rows) {}

  /**
   * A step's moment has come, and it is in force.
   *
   * @param late how long after its moment it began
   */
  default void step(Step step, StepTiming when, Duration late) {}

  /** The verdict on an expectation. */
  default void judged(Row row) {}

  /** Hears nothing. */
  Progress SILENT = new Progress() {};
}
