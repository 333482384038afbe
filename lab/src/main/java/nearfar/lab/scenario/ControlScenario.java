package nearfar.lab.scenario;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nearfar.lab.LabSettings;
import nearfar.lab.scenario.Window.Moment;
import org.jspecify.annotations.Nullable;

/** Derives the scenario that a negative control describes. */
final class ControlScenario {
  private final Map<String, Duration> leftOut;

  private ControlScenario(Map<String, Duration> leftOut) {
    this.leftOut = leftOut;
  }

  static Scenario of(Scenario scenario, NegativeControl control) {
    Map<String, Duration> leftOut =
        scenario.timeline().stream()
            .filter(step -> control.without().contains(step.name()))
            .collect(Collectors.toMap(Step::name, Step::at));
    return new ControlScenario(leftOut).derive(scenario, control);
  }

  private Scenario derive(Scenario scenario, NegativeControl control) {
    LabSettings lab = scenario.lab();
    List<Step> timeline =
        scenario.timeline().stream().filter(step -> !leftOut.containsKey(step.name())).toList();
    return new Scenario(
        scenario.name() + "-control",
        scenario.idea(),
        control.link().isEmpty() ? lab : lab.link(control.link()),
        scenario.seed(),
        scenario.length(),
        timeline,
        scenario.expectations().stream().map(this::withoutSteps).toList(),
        null);
  }

  private Expectation withoutSteps(Expectation expectation) {
    Window window = expectation.window();
    Moment to = window.to();
    return new Expectation(
        expectation.name(),
        expectation.who(),
        new Window(moment(window.from()), to == null ? null : moment(to)),
        expectation.claim());
  }

  private Moment moment(Moment moment) {
    @Nullable Duration at = moment.step() == null ? null : leftOut.get(moment.step());
    return at == null ? moment : new Moment(null, at.plus(moment.offset()));
  }
}
