package nearfar.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What no lab could be is refused by name before anything is started. */
class LabSettingsTest {

  @Test
  void aProfileThatIsNotThereIsNamedWithTheNearestThatIs() {
    String refused = refusal(() -> Lab.start(LabSettings.defaults().profile("ltee")));
    assertTrue(refused.endsWith("no profile 'ltee'; did you mean lte?"), refused);
  }

  @Test
  void aLinkOverWhichNobodyWouldBeGreetedIsRefused() {
    String refused = refusal(() -> Lab.start(LabSettings.defaults().link(Map.of("FAULT", "hang"))));
    assertTrue(refused.contains("FAULT=hang"), refused);
  }

  @Test
  void whatIsFinerThanAMillisecondIsRefusedAndNotCut() {
    assertEquals(
        "interval: PT0.0015S, must be whole milliseconds",
        refusal(() ->
            new ClientSettings(
                1,
                1,
                Duration.ofNanos(1_500_000),
                Duration.ofSeconds(5),
                Duration.ofSeconds(30),
                false)));
  }

  @Test
  void anEmptyGreetingIsRefusedAndNotTakenForTheUsualOne() {
    assertEquals(
        "the greeting is empty: give one, or leave it out",
        refusal(() -> LabSettings.defaults().greeting("")));
  }

  @Test
  void whatIsSentHasAtMostSixteenKibibytesOnceItsEscapesAreRead() {
    String most = "\\x41".repeat(16 << 10);
    assertEquals(4444, new Service.Image("some", 4444, most, null).port());
    assertEquals(
        "send: 16385 bytes are too many, at most 16384 can be sent",
        refusal(() -> new Service.Image("some", 4444, most + "A", null)));
  }

  private static String refusal(Executable attempt) {
    return String.valueOf(assertThrows(IllegalArgumentException.class, attempt).getMessage());
  }
}
