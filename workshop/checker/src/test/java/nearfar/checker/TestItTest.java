package nearfar.checker;

import static nearfar.checker.Exercises.TEST_IT;
import static nearfar.checker.Judged.assertFinds;
import static nearfar.checker.Judged.assertPasses;
import static nearfar.checker.Judged.failing;
import static nearfar.checker.Judged.printing;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TestItTest {
  private static Run said(String out) {
    return new Run("scenario.yaml", 1, false, Duration.ZERO, out, "", "");
  }

  @Test
  void aScenarioThatHoldsAndWhoseControlFailsPasses() {
    assertPasses(TEST_IT, printing("", "", ""));
  }

  @Test
  void aScenarioThatTestsNothingIsToldSo() {
    Run well = printing("");
    assertFinds(
        "no-control", TEST_IT, List.of(failing(2, "  ✘ a.yaml: control: it describes none;\n")));
    assertFinds("not-a-scenario", TEST_IT, List.of(failing(2, "  ✘ a.yaml:7: x: is not known\n")));
    assertFinds("does-not-hold", TEST_IT, List.of(well, said("  ✘ near  all  nobody\n")));
    assertFinds(
        "control-holds",
        TEST_IT,
        List.of(well, well, said("'x' had to fail without the cause, and\n")));
    assertFinds(
        "control-fails-elsewhere",
        TEST_IT,
        List.of(well, well, said("'x' had to hold without the cause, too\n")));
  }
}
