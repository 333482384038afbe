package nearfar.tests.scenarios;

import nearfar.lab.scenario.run.LinkVerification;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The scenarios that are shipped and judge time, alone: each holds, and its negative control fails
 * at exactly what it names.
 */
@Isolated("they judge how long something takes")
class TimedScenariosTest {

  @ParameterizedTest
  @MethodSource("nearfar.tests.scenarios.SharedLabScenarios#timed")
  void eachHoldsAndItsControlFailsAtWhatItNames(SharedLabScenarios addresses) {
    addresses.assertAllComeOut(new OneMeasurement(addresses.links()), LinkVerification.MEASURED);
  }
}
