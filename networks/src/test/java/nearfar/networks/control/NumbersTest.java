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

  @Test
  void coresAreReadAsTheyStand() {
    assertEquals(0.02, Numbers.cores("0.02"));
  }
}
