package nearfar.lab.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Timeout;

/** A scenario file, as somebody may write it. */
class ScenarioFuzzTest {
  private static final Pattern ERROR = Pattern.compile("some\\.yaml(:[1-9]\\d*)?: .+");
  private static final Pattern INSIDE = Pattern.compile("Exception|java\\.|For input|null");

  @Timeout(30)
  @FuzzTest
  void aFileIsReadOrRefusedWithItsLinesAndFields(byte[] input) {
    String yaml = new String(input, StandardCharsets.UTF_8);
    try {
      check(ScenarioReader.read("some.yaml", yaml));
    } catch (ScenarioErrors refused) {
      assertFalse(refused.errors().isEmpty());
      for (ScenarioError error : refused.errors()) {
        String line = error.toString();
        assertTrue(ERROR.matcher(line).matches(), line);
        assertTrue(INSIDE.matcher(yaml).find() || !INSIDE.matcher(line).find(), line);
      }
    }
  }

  private static void check(Scenario scenario) {
    assertFalse(scenario.name().isBlank());
    assertFalse(scenario.expectations().isEmpty());
    scenario.timeline().forEach(step -> assertTrue(step.at().compareTo(scenario.length()) < 0));
    if (scenario.control() != null) {
      assertEquals(scenario.name() + "-control", scenario.controlScenario().name());
    }
  }
}
