package nearfar.lab.scenario.run;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import nearfar.lab.LabSettings;
import nearfar.lab.scenario.Action;
import nearfar.lab.scenario.Expectation;
import nearfar.lab.scenario.NegativeControl;
import nearfar.lab.scenario.Scenario;
import nearfar.lab.scenario.Step;

/** Scenarios made in code. */
final class Sample {
  private Sample() {}

  static Step step(String name, long atMillis, Action action) {
    return new Step(name, Duration.ofMillis(atMillis), action);
  }

  static Step link(String name, long atMillis, Map<String, String> words) {
    return step(name, atMillis, new Action.ChangeLink(words));
  }

  static Scenario scenario(
      LabSettings lab,
      long lengthMillis,
      List<Step> steps,
      List<Expectation> expectations,
      NegativeControl control) {
    return new Scenario(
        "sample",
        "An idea.",
        lab,
        4711L,
        Duration.ofMillis(lengthMillis),
        steps,
        expectations,
        control);
  }

  static Scenario of(long lengthMillis, Step... steps) {
    return scenario(LabSettings.defaults(), lengthMillis, List.of(steps), List.of(), null);
  }
}
