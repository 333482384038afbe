package nearfar.common.units;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationTextTest {

  @ParameterizedTest
  @CsvSource({
    "500ns, 500",
    "250us, 250000",
    "40ms, 40000000",
    "0.25ms, 250000",
    "1.5s, 1500000000",
    "1.234567891s, 1234567891",
    "1m, 60000000000",
    "0.000000001m, 60",
    "1h, 3600000000000",
    "1.000000001h, 3600000003600",
    "0s, 0"
  })
  void aDurationIsReadExactlyInEveryUnit(String text, long nanos) {
    assertEquals(Duration.ofNanos(nanos), DurationText.read(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "5",
        "s",
        "-1s",
        "+1s",
        "1 s",
        " 1s",
        "1,5s",
        ".5s",
        "1.s",
        "1e3s",
        "4min",
        "2d",
        "1S",
        "1234567890123ns",
        "1.1234567890s"
      })
  void otherTextIsNotADuration(String text) {
    assertNull(DurationText.read(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.5ns", "0.0001us", "1.123456789ms", "9223372037s", "999999999999h"})
  void aDurationThatIsTooFineOrTooLongIsNotRounded(String text) {
    assertThrows(ArithmeticException.class, () -> DurationText.read(text));
  }
}
