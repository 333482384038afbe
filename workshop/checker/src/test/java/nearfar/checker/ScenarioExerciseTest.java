package nearfar.checker;

import static nearfar.checker.Exercises.SCENARIO;
import static nearfar.checker.SampleRuns.assertFinds;
import static nearfar.checker.SampleRuns.assertPasses;
import static nearfar.checker.SampleRuns.failing;
import static nearfar.checker.SampleRuns.printing;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScenarioExerciseTest {
  private static Run said(String out) {
    return new Run("scenario.yaml", 1, false, Duration.ZERO, out, "", "");
  }

  @Test
  void aScenarioThatHoldsAndWhoseControlFailsPasses() {
    assertPasses(SCENARIO, printing("", "", ""));
  }

  @Test
  void aScenarioThatTestsNothingIsReported() {
    Run well = printing("");
    assertFinds(
        "no-control", SCENARIO, List.of(failing(2, "  ✘ a.yaml: control: it describes none;\n")));
    assertFinds("not-a-scenario", SCENARIO, List.of(failing(2, "  ✘ a.yaml:7: x: is not known\n")));
    assertFinds("does-not-hold", SCENARIO, List.of(well, said("  ✘ near  all  nobody\n")));
    assertFinds(
        "control-holds",
        SCENARIO,
        List.of(well, well, said("'x' had to fail without the cause, and\n")));
    assertFinds(
        "control-fails-elsewhere",
        SCENARIO,
        List.of(well, well, said("'x' had to hold without the cause, too\n")));
  }
}
