package nearfar.lab.scenario.run;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import nearfar.lab.scenario.Scenario;
import nearfar.lab.scenario.Step;
import nearfar.lab.scenario.judge.Chronicle;
import nearfar.lab.scenario.judge.Happened;

/**
 * Plays a scenario's steps, each at its own distance from zero: what one of them took does not
 * shift those that follow, unless it is still under way at their moment; then they are late, and it
 * is told.
 */
record Timeline(Scenario scenario, Stage stage, Clock clock, Progress progress) {

  /**
   * Returns at the end of the scenario. What follows the last step is never shortened by that step
   * being late.
   */
  Chronicle play(long zero) throws InterruptedException {
    Map<String, Happened> happened = new LinkedHashMap<>();
    long latest = 0;
    for (Step step : scenario.timeline()) {
      long due = zero + step.at().toNanos();
      clock.await(due);
      long began = clock.nanos();
      Happened when = new Happened(began, Math.max(began, stage.perform(step.action())));
      happened.put(step.name(), when);
      latest = when.doneNanos() - due;
      progress.step(step, when, Duration.ofNanos(began - due));
    }
    long end = zero + scenario.length().toNanos() + latest;
    clock.await(end);
    return new Chronicle(zero, end, happened);
  }
}
