package nearfar.common.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Objects;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExchangeEventTest {

  private static LogEvent event(String line) {
    return Objects.requireNonNull(LogEvent.parse(line));
  }

  @Test
  void aGreetingHasBothTimesAndNoReason() {
    assertEquals(
        new ExchangeEvent(
            1, 2, OptionalLong.of(400_000), OptionalLong.of(31_250_000), null, 31, "00c0ffee"),
        ExchangeEvent.of(
            event(
                "{\"event\":\"greeted\",\"start_ns\":1,\"end_ns\":2,\"connect_ms\":0.4,"
                    + "\"greeting_ms\":31.25,\"bytes\":31,\"crc32c\":\"00c0ffee\"}")));
  }

  @Test
  void aFailureHasAReasonAndMayHaveConnected() {
    assertEquals(
        new ExchangeEvent(1, 2, OptionalLong.empty(), OptionalLong.empty(), "refused", 0, null),
        ExchangeEvent.of(
            event("{\"event\":\"failed\",\"start_ns\":1,\"end_ns\":2,\"reason\":\"refused\"}")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"event\":\"failed\",\"start_ns\":1,\"end_ns\":2}",
        "{\"event\":\"greeted\",\"start_ns\":1,\"end_ns\":2,\"connect_ms\":1}",
        "{\"event\":\"failed\",\"start_ns\":\"x\",\"end_ns\":2,\"reason\":\"refused\"}",
        "{\"event\":\"watching\"}",
        "{}"
      })
  void anEventThatLacksAFieldIsRejected(String line) {
    assertThrows(IllegalArgumentException.class, () -> ExchangeEvent.of(event(line)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"event\":\"watching\"}", "{\"event\":[1]}", "{}"})
  void otherEventsAreNotExchanges(String line) {
    assertFalse(ExchangeEvent.is(event(line)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "greeted", "{oops", "{", "[1]", "{\"a\":1} trailing"})
  void aLineThatIsNotAnObjectIsNotAnEvent(String line) {
    assertNull(LogEvent.parse(line));
  }
}
