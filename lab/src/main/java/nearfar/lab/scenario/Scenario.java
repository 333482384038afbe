package nearfar.lab.scenario;

import java.time.Duration;
import java.util.List;
import nearfar.lab.LabSettings;
import org.jspecify.annotations.Nullable;

/**
 * A network scenario: a lab, the steps that happen in it, and the expectations. It is only data;
 * {@link nearfar.lab.scenario.run.ScenarioRun} runs it.
 *
 * @param idea the point of the scenario, in a sentence or two
 * @param lab the sizes, the starting link and the service
 * @param seed for every random choice of the lab; null draws one and prints it
 * @param length its duration, from the moment when every client has been greeted
 * @param timeline in the order of its moments
 * @param expectations one or more
 * @param control the scenario without its cause, which has to fail; null if the file has none
 */
public record Scenario(
    String name,
    String idea,
    LabSettings lab,
    @Nullable Long seed,
    Duration length,
    List<Step> timeline,
    List<Expectation> expectations,
    @Nullable NegativeControl control) {

  public Scenario {
    timeline = List.copyOf(timeline);
    expectations = List.copyOf(expectations);
  }

  /**
   * The scenario without its cause, as its negative control describes it. Windows that refer to a
   * step which is left out count from the moment that the step would have had.
   *
   * @throws IllegalStateException if no negative control is described
   */
  public Scenario controlScenario() {
    if (control == null) {
      throw new IllegalStateException(
          "scenario '%s' describes no negative control".formatted(name));
    }
    return ControlScenario.of(this, control);
  }

  /**
   * Whether a busy machine could make it fail, because it has an upper bound for a time. Such a
   * scenario runs alone.
   */
  public boolean judgesTiming() {
    return expectations.stream()
        .map(Expectation::claim)
        .anyMatch(claim ->
            claim instanceof Claim.GreetedWithin
                || (claim instanceof Claim.Time time && Double.isFinite(time.millis().most())));
  }
}
