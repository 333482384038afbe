package nearfar.lab.scenario;

import java.time.Duration;
import java.util.List;
import nearfar.lab.LabSettings;
import org.jspecify.annotations.Nullable;

/**
 * A network scenario: what lab, what happens in it and when, and what has to be seen. Data alone;
 * running it is another class.
 *
 * @param idea what it shows, in a sentence or two
 * @param lab the sizes, the starting link and the service
 * @param seed of everything random that the lab decides; null draws one, which is printed
 * @param length how long it lasts, from the moment when every client has been greeted
 * @param timeline in the order of its moments
 * @param expectations one or more
 * @param control the same without the cause, which has to fail; null if none is described
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
   * Whether load on the machine could make it fail: it says that something takes no longer than a
   * time. Such a scenario runs alone.
   */
  public boolean judgesTiming() {
    return expectations.stream()
        .map(Expectation::claim)
        .anyMatch(claim ->
            claim instanceof Claim.GreetedWithin
                || (claim instanceof Claim.Time time && Double.isFinite(time.millis().most())));
  }
}
