package nearfar.lab.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import nearfar.lab.scenario.Window.Moment;
import org.junit.jupiter.api.Test;

/** A twin is its scenario without the cause, and nothing else. */
class TwinScenarioTest {
  private static final String YAML =
      """
      name: crash
      link: lte
      seed: 7
      length: 6s
      timeline:
        - { at: 1s, name: slower, link: geo-satellite }
        - { at: 2s, name: crash, kill: server }
      expect:
        - { name: before, from: slower, to: crash, greeted: everyone }
        - { name: after, from: crash+500ms, greeted: everyone }
      """;

  private static Scenario with(String twin) {
    return ScenarioReader.read("crash.yaml", YAML + "twin: " + twin + "\n");
  }

  @Test
  void aStepThatIsLeftOutIsGoneAndItsWindowsCountFromTheMomentThatItWouldHaveHad() {
    Scenario scenario = with("{ without: [crash], fails: [after] }");
    Scenario twin = scenario.twinScenario();
    assertEquals("crash-twin", twin.name());
    assertEquals(List.of("slower"), twin.timeline().stream().map(Step::name).toList());
    assertEquals(
        List.of(
            new Window(
                new Moment("slower", Duration.ZERO), new Moment(null, Duration.ofSeconds(2))),
            new Window(new Moment(null, Duration.ofMillis(2500)), null)),
        twin.expectations().stream().map(Expectation::window).toList());
    assertEquals(scenario.lab(), twin.lab());
    assertEquals(scenario.seed(), twin.seed());
    assertEquals(scenario.length(), twin.length());
    assertNull(twin.twin());
  }

  @Test
  void aTwinsLinkStandsInPlaceOfTheStartingLink() {
    Scenario scenario = with("{ link: perfect, fails: [after] }");
    Scenario twin = scenario.twinScenario();
    assertEquals(Map.of("PROFILE", "perfect"), twin.lab().link());
    assertEquals(scenario.timeline(), twin.timeline());
    assertEquals(scenario.expectations(), twin.expectations());
  }

  @Test
  void aScenarioWithoutATwinSaysSo() {
    Scenario scenario = ScenarioReader.read("crash.yaml", YAML);
    assertEquals(
        "scenario 'crash' describes no twin",
        assertThrows(IllegalStateException.class, scenario::twinScenario).getMessage());
  }
}
