package nearfar.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DurationsTest {

  @ParameterizedTest
  @CsvSource({
    "500ms,PT0.5S",
    "2s,PT2S",
    "1.5s,PT1.5S",
    "1m,PT1M",
    "0.25ms,PT0.00025S",
    "250us,PT0.00025S",
    "2h,PT2H"
  })
  void durationsAreReadAsPeopleWriteThem(String text, Duration expected) {
    assertEquals(expected, Durations.parse(text));
  }

  @Test
  void aNumberWithoutAUnitIsReportedAsSuch() {
    Exception error = assertThrows(IllegalArgumentException.class, () -> Durations.parse("5"));
    assertEquals("\"5\" has no unit; write it with one, such as 500ms or 2s", error.getMessage());
  }

  @ParameterizedTest
  @CsvSource({"''", "-1s", "1 s x", "fast", "1e3s", "999999999h", "0.5ns"})
  void anythingElseIsQuoted(String text) {
    Exception error = assertThrows(IllegalArgumentException.class, () -> Durations.parse(text));
    assertEquals(
        '"' + text + '"', String.valueOf(error.getMessage()).substring(0, text.length() + 2));
  }

  @ParameterizedTest
  @CsvSource({"5s", "150ms", "2m", "1500ms"})
  void whatIsPrintedIsReadBack(String text) {
    assertEquals(text, Durations.print(Durations.parse(text)));
  }
}
