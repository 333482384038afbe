package nearfar.networks.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {
  @ParameterizedTest
  @ValueSource(strings = {"NaN", "Infinity", "-0.5", "half", ""})
  void whatIsNoAmountOfCoresIsNamed(String text) {
    IllegalArgumentException wrong =
        assertThrows(IllegalArgumentException.class, () -> Numbers.cores(text));
    assertEquals("'" + text + "' is no number of cores, such as 0.5", wrong.getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "65536", "99999"})
  void aNumberThatIsNoPortIsNamed(String text) {
    IllegalArgumentException wrong =
        assertThrows(IllegalArgumentException.class, () -> Numbers.port(text));
    assertEquals("'" + text + "' is no port (1 to 65535)", wrong.getMessage());
  }

  @Test
  void coresAndPortsAreReadAsTheyStand() {
    assertEquals(0.02, Numbers.cores("0.02"));
    assertEquals(8474, Numbers.port("8474"));
  }
}
