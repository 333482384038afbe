package nearfar.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuantityTest {

  @Test
  void timesAreReadAsPeopleWriteThem() {
    assertEquals(Duration.ofMillis(500), Quantity.time("500ms"));
    assertEquals(Duration.ofMillis(1500), Quantity.time("1.5s"));
    assertEquals(Duration.ofMinutes(2), Quantity.time("2m"));
    assertEquals(Duration.ofHours(1), Quantity.time("1h"));
    assertEquals(Duration.ZERO, Quantity.time("0s"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "5", "s", "-1s", "1 s", "1d", "1,5s", ".5s", "1e3s", "99999999999s"})
  void whatIsNoTimeIsNone(String text) {
    assertNull(Quantity.time(text));
  }

  @Test
  void sizesAreReadAsPeopleWriteThem() {
    assertEquals(65_536, Quantity.bytes("65536"));
    assertEquals(1_000, Quantity.bytes("1kB"));
    assertEquals(64L << 20, Quantity.bytes("64MiB"));
    assertEquals(1536, Quantity.bytes("1.5KiB"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "MiB", "-1", "0.5", "1TB", "64 MiB"})
  void whatIsNoSizeIsNone(String text) {
    assertNull(Quantity.bytes(text));
  }
}
