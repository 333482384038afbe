package nearfar.common.units;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 4444, 65_535})
  void aPortIsReadAndRequired(int port) {
    assertEquals(port, Port.parse(String.valueOf(port)));
    assertEquals(port, Port.require(port));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "-1", "65536", "http", "4444 ", "99999999999"})
  void aTextThatIsNotAPortIsQuoted(String text) {
    var wrong = assertThrows(IllegalArgumentException.class, () -> Port.parse(text));
    assertEquals("'" + text + "' is not a port (1 to 65535)", wrong.getMessage());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 65_536})
  void aNumberOutOfRangeIsNamed(int number) {
    var wrong = assertThrows(IllegalArgumentException.class, () -> Port.require(number));
    assertEquals("'" + number + "' is not a port (1 to 65535)", wrong.getMessage());
  }
}
