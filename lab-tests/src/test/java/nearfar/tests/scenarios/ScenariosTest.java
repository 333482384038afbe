package nearfar.tests.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import nearfar.lab.scenario.Scenario;
import nearfar.lab.scenario.run.LinkVerification;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The scenarios that are shipped and judge no time, several at once: each holds, and its negative
 * control fails at exactly what it names.
 */
@Order(0)
@Execution(ExecutionMode.CONCURRENT)
class ScenariosTest {
  @ParameterizedTest
  @MethodSource("nearfar.tests.scenarios.SharedLabScenarios#untimed")
  void eachHoldsAndItsControlFailsAtWhatItNames(SharedLabScenarios addresses) {
    addresses.assertAllComeOut(LinkVerification.SKIPPED, LinkVerification.SKIPPED);
  }

  @Test
  void thereAreAtLeastTwelveOfNamesOfTheirOwn() {
    List<String> names = Shipped.all().map(Shipped::scenario).map(Scenario::name).toList();
    assertTrue(names.size() >= 12, names::toString);
    assertEquals(names.size(), names.stream().distinct().count(), names::toString);
  }
}
