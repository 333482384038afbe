package nearfar.judge;

import static nearfar.judge.Exercises.TEST_IT;
import static nearfar.judge.Judged.assertFinds;
import static nearfar.judge.Judged.assertPasses;
import static nearfar.judge.Judged.failing;
import static nearfar.judge.Judged.printing;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TestItTest {
  private static Run said(String out) {
    return new Run("scenario.yaml", 1, false, Duration.ZERO, out, "", "");
  }

  @Test
  void aScenarioThatHoldsAndWhoseTwinFailsPasses() {
    assertPasses(TEST_IT, printing("", "", ""));
  }

  @Test
  void aScenarioThatTestsNothingIsToldSo() {
    Run well = printing("");
    assertFinds("no-twin", TEST_IT, List.of(failing(2, "  ✘ a.yaml: twin: it describes none;\n")));
    assertFinds("not-a-scenario", TEST_IT, List.of(failing(2, "  ✘ a.yaml:7: x: is not known\n")));
    assertFinds("does-not-hold", TEST_IT, List.of(well, said("  ✘ near  all  nobody\n")));
    assertFinds(
        "twin-holds",
        TEST_IT,
        List.of(well, well, said("'x' had to fail without the cause, and\n")));
    assertFinds(
        "twin-fails-elsewhere",
        TEST_IT,
        List.of(well, well, said("'x' had to hold without the cause, too\n")));
  }
}
