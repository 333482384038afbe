package nearfar.lab.scenario.run;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import nearfar.lab.scenario.Scenario;
import nearfar.lab.scenario.Step;
import nearfar.lab.scenario.judge.RunTiming;
import nearfar.lab.scenario.judge.StepTiming;

/**
 * Performs a scenario's steps, each at its distance from zero. A step that takes effect within
 * {@link #PROMPT} shifts nothing. A slower one, on a busy machine, shifts the steps after it by its
 * delay. So no window between two steps is shorter than the file says by more than {@link #PROMPT}.
 */
record Timeline(Scenario scenario, ActionExecutor stage, Clock clock, Progress progress) {

  static final Duration PROMPT = Duration.ofMillis(250);

  /** Returns at the end of the scenario. A late last step never shortens the time after it. */
  RunTiming play(long zero) throws InterruptedException {
    Map<String, StepTiming> happened = new LinkedHashMap<>();
    long shift = 0;
    long end = zero + scenario.length().toNanos();
    for (Step step : scenario.timeline()) {
      long due = zero + step.at().toNanos() + shift;
      clock.await(due);
      long began = clock.nanos();
      StepTiming when = new StepTiming(began, Math.max(began, stage.perform(step.action())));
      happened.put(step.name(), when);
      progress.step(step, when, Duration.ofNanos(began - due + shift));
      long took = when.doneNanos() - due;
      end = zero + scenario.length().toNanos() + shift + took;
      shift += Math.max(0, took - PROMPT.toNanos());
    }
    clock.await(end);
    return new RunTiming(zero, end, happened);
  }
}
