package nearfar.lab.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import nearfar.lab.scenario.Window.Moment;
import org.junit.jupiter.api.Test;

/** A negative control is its scenario without the cause, and nothing else. */
class ControlScenarioTest {
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

  private static Scenario with(String control) {
    return ScenarioReader.read("crash.yaml", YAML + "control: " + control + "\n");
  }

  @Test
  void aStepThatIsLeftOutIsGoneAndItsWindowsCountFromTheMomentThatItWouldHaveHad() {
    Scenario scenario = with("{ without: [crash], fails: [after] }");
    Scenario control = scenario.controlScenario();
    assertEquals("crash-control", control.name());
    assertEquals(List.of("slower"), control.timeline().stream().map(Step::name).toList());
    assertEquals(
        List.of(
            new Window(
                new Moment("slower", Duration.ZERO), new Moment(null, Duration.ofSeconds(2))),
            new Window(new Moment(null, Duration.ofMillis(2500)), null)),
        control.expectations().stream().map(Expectation::window).toList());
    assertEquals(scenario.lab(), control.lab());
    assertEquals(scenario.seed(), control.seed());
    assertEquals(scenario.length(), control.length());
    assertNull(control.control());
  }

  @Test
  void aControlsLinkReplacesTheStartingLink() {
    Scenario scenario = with("{ link: perfect, fails: [after] }");
    Scenario control = scenario.controlScenario();
    assertEquals(Map.of("PROFILE", "perfect"), control.lab().link());
    assertEquals(scenario.timeline(), control.timeline());
    assertEquals(scenario.expectations(), control.expectations());
  }

  @Test
  void aScenarioWithoutAControlIsReported() {
    Scenario scenario = ScenarioReader.read("crash.yaml", YAML);
    assertEquals(
        "scenario 'crash' describes no negative control",
        assertThrows(IllegalStateException.class, scenario::controlScenario).getMessage());
  }
}
