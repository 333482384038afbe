package nearfar.tests.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import nearfar.lab.Lab;
import nearfar.lab.LabSettings;
import nearfar.lab.Side;
import org.junit.jupiter.api.Test;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;

/** A lab in a field of Testcontainers' own JUnit extension. */
@Testcontainers
class ContainerFieldTest {
  @Container private static final Lab LAB = Lab.of(LabSettings.defaults().clients(1, 1));

  @Test
  void theExtensionStartsTheLabBeforeTheTests() {
    assertEquals(1, LAB.exchanges("client-wan-1").stream().limit(1).count());
  }

  @Test
  void aSecondStartChangesNothing() {
    String name = LAB.name();
    LAB.start();
    assertEquals(name, LAB.name());
  }

  @Test
  void aLabThatWasNotStartedSaysSo() {
    try (Lab idle = Lab.of(LabSettings.defaults())) {
      IllegalStateException thrown =
          assertThrows(IllegalStateException.class, () -> idle.clients(Side.FAR));
      assertEquals(
          "the lab is not running: start it, or put Testcontainers' @Container on its field",
          thrown.getMessage());
    }
  }
}
