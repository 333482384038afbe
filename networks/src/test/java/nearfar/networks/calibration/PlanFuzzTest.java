package nearfar.networks.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import nearfar.networks.Refusal;
import org.junit.jupiter.api.Timeout;

/** The plan that one program prints and another one reads. */
class PlanFuzzTest {

  @Timeout(30)
  @FuzzTest
  void aPlanIsReadAndPrintedAgainOrRefused(byte[] input) {
    String text = new String(input, StandardCharsets.UTF_8);
    Refusal.orElse(() -> Plan.parse(text), "not a plan of a calibration")
        .ifPresent(plan -> assertEquals(plan, Plan.parse(plan.toString())));
  }
}
