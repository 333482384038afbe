package nearfar.networks.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import nearfar.networks.Refusal;
import nearfar.networks.link.Link;
import nearfar.networks.toxiproxy.ToxicPlan;
import org.junit.jupiter.api.Timeout;

/** Faults, as typed. */
class FaultsFuzzTest {

  @Timeout(30)
  @FuzzTest
  void faultsAreReadAndPrintedAgainOrNamed(byte[] input) {
    String text = new String(input, StandardCharsets.UTF_8);
    Refusal.orElse(() -> Faults.parse(text), "FAULT=").ifPresent(FaultsFuzzTest::check);
  }

  private static void check(Faults faults) {
    assertEquals(faults, Faults.parse(faults.toString()));
    for (Fault fault : faults.all()) {
      Refusal.orElse(
          () -> ToxicPlan.of(Link.NOTHING_ADDED, faults), fault.word().replaceFirst("[:@].*", ""));
      assertEquals(fault.clientSees(), fault.clientSees().strip());
    }
  }
}
