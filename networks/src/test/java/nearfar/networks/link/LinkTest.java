package nearfar.networks.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinkTest {

  @Test
  void aDurationIsReadExactlyInUnitsSmallAndLarge() {
    assertEquals(Duration.ofNanos(250_500), Durations.parse("250.5us"));
    assertEquals(Duration.ofMinutes(30), Durations.parse("0.5h"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"40ms", "1.5s", "250us", "0ms", "1s", "1.234567s", "500ns"})
  void aDurationIsWrittenAsItIsRead(String text) {
    assertEquals(text, Durations.format(Durations.parse(text)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"40", "ms", "-4ms", "4 ms", "4min", "1e3ms", "", "4ms4"})
  void whatIsNoDurationIsNamedInTheError(String text) {
    String message =
        assertThrows(IllegalArgumentException.class, () -> Durations.parse(text)).getMessage();
    assertTrue(message.contains("'" + text + "' is no duration"), message);
    assertTrue(message.contains("ns, us, ms, s"), message);
  }

  @ParameterizedTest
  @CsvSource({
    "20mbit, 20000000",
    "1.6mbit, 1600000",
    "56kbit, 56000",
    "9600bit, 9600",
    "1gbit, 1000000000"
  })
  void aRateIsReadInBitsPerSecond(String text, long bits) {
    assertEquals(bits, Rate.parse(text).bitsPerSecond());
  }

  @ParameterizedTest
  @ValueSource(strings = {"20mbit", "1.6mbit", "56kbit", "1gbit", "800bit"})
  void aRateIsWrittenAsItIsRead(String text) {
    assertEquals(text, Rate.parse(text).toString());
  }

  @Test
  void aRateOfNothingIsRefusedWithTheWayOut() {
    String message =
        assertThrows(IllegalArgumentException.class, () -> Rate.parse("0kbit")).getMessage();
    assertTrue(message.contains("cut the link"), message);
  }

  @Test
  void aJitterAboveTheDelayIsRefused() {
    String message =
        assertThrows(IllegalArgumentException.class, () -> Impairment.parse("20ms~30ms", null))
            .getMessage();
    assertTrue(message.contains("jitter of 30ms is more than the delay of 20ms"), message);
  }

  @Test
  void aSummarySaysThatARateCountsPerConnection() {
    Link link =
        new Link(
            "custom",
            Impairment.parse("200ms~20ms", Rate.parse("2mbit")),
            Impairment.parse("40ms", null));
    assertEquals("custom: down 200ms ±20ms 2mbit, up 40ms, per connection", link.summary());
  }

  @Test
  void aSummaryOfNothingAddedSaysSo() {
    assertEquals(
        "perfect: nothing added", new Link("perfect", Impairment.NONE, Impairment.NONE).summary());
  }
}
