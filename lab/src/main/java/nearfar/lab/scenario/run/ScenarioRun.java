package nearfar.lab.scenario.run;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import nearfar.lab.Lab;
import nearfar.lab.LabSettings;
import nearfar.lab.Side;
import nearfar.lab.report.LabReport;
import nearfar.lab.report.LabReport.CalibrationRow;
import nearfar.lab.report.LabReport.Mark;
import nearfar.lab.report.LabReport.Row;
import nearfar.lab.scenario.Scenario;
import nearfar.lab.scenario.Step;
import nearfar.lab.scenario.judge.Evidence;
import nearfar.lab.scenario.judge.Judge;
import nearfar.lab.scenario.judge.RunTiming;
import nearfar.lab.scenario.judge.StepTiming;

/**
 * One run of a scenario. Its methods run in the calling thread until the scenario's end or an
 * interrupt.
 */
public final class ScenarioRun {
  private static final long LARGEST_RANDOM_SEED = 1_000_000;

  private final Scenario scenario;
  private final LinkVerification verification;
  private final Progress progress;
  private final long seed;

  public ScenarioRun(Scenario scenario, LinkVerification verification, Progress progress) {
    this.scenario = scenario;
    this.verification = verification;
    this.progress = progress;
    Long given = scenario.seed();
    this.seed =
        given == null ? ThreadLocalRandom.current().nextLong(1, LARGEST_RANDOM_SEED) : given;
  }

  /** Runs it in a new lab, which is removed afterwards. */
  public LabReport run() throws InterruptedException {
    LabSettings settings = ScenarioLinks.withoutFaults(scenario.lab());
    long began = System.nanoTime();
    try (Lab lab = Lab.start(settings)) {
      progress.phase(
          "lab",
          "%d near and %d far, all greeted after %.1f s"
              .formatted(
                  settings.clients().near(),
                  settings.clients().far(),
                  (System.nanoTime() - began) / 1e9));
      return perform(lab);
    }
  }

  /**
   * Runs it in a running lab with the scenario's settings, except for the link. Afterwards the lab
   * has the starting link, and every part runs.
   */
  public LabReport runIn(Lab lab) throws InterruptedException {
    lab.wan().change(ScenarioLinks.withoutFaults(scenario.lab().link()));
    lab.awaitGreetings(1);
    return perform(lab);
  }

  private LabReport perform(Lab lab) throws InterruptedException {
    progress.phase("seed", seed + (scenario.seed() == null ? " (drawn)" : ""));
    List<CalibrationRow> calibrations = new ArrayList<>(calibrate(lab));
    if (ScenarioLinks.hasFaults(scenario.lab().link())) {
      lab.wan().change(ScenarioLinks.seeded(scenario.lab().link(), seed));
    }
    EvidenceCollector collector = new EvidenceCollector(lab, scenario);
    UnexpectedExits exits = new UnexpectedExits(lab, scenario);
    Instant began = Instant.now(); // time of day
    long zero = System.nanoTime();
    progress.phase("zero", "%.1f s from now on".formatted(scenario.length().toNanos() / 1e9));
    RunTiming timing =
        new Timeline(scenario, new LabActionExecutor(lab, seed), Clock.SYSTEM, progress).play(zero);
    LabReset aftermath = new LabReset(lab, scenario);
    aftermath.settle();
    aftermath.awaitLastExchanges(timing.endNanos());
    Evidence evidence = collector.collect(timing);
    calibrations.addAll(calibrate(lab));
    return report(lab, began, evidence, calibrations, doubts(exits));
  }

  private List<CalibrationRow> calibrate(Lab lab) {
    List<Map<String, String>> links = ScenarioLinks.used(scenario);
    if (links.isEmpty() || lab.clients(Side.FAR).isEmpty()) {
      return List.of();
    }
    List<CalibrationRow> rows = verification.measure(lab, links);
    progress.calibrated(rows);
    return rows;
  }

  private List<String> doubts(UnexpectedExits exits) {
    List<String> doubts =
        exits.parts().stream().map(part -> part + " ended without a step").toList();
    doubts.forEach(doubt -> progress.phase("doubt", doubt));
    return doubts;
  }

  private LabReport report(
      Lab lab,
      Instant began,
      Evidence evidence,
      List<CalibrationRow> calibrations,
      List<String> doubts) {
    boolean trusted = calibrations.stream().allMatch(CalibrationRow::trusted);
    List<Row> rows = Verdict.of(Judge.all(scenario.expectations(), evidence), trusted, doubts);
    rows.forEach(progress::judged);
    return new LabReport(
        scenario.name(),
        scenario.idea(),
        began,
        evidence.chronicle().zeroNanos(),
        evidence.chronicle().endNanos(),
        marks(evidence.chronicle()),
        evidence.exchanges(),
        rows,
        calibrations,
        RunFacts.of(scenario, seed, lab),
        Verdict.overall(rows));
  }

  private List<Mark> marks(RunTiming timing) {
    List<Mark> marks = new ArrayList<>();
    for (Step step : scenario.timeline()) {
      StepTiming when = timing.steps().get(step.name());
      if (when != null) {
        marks.add(
            new Mark(
                step.name(), ActionText.of(step.action()), when.beganNanos(), when.doneNanos()));
      }
    }
    return marks;
  }
}
