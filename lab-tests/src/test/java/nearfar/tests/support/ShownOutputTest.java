package nearfar.tests.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class ShownOutputTest {
  private static final List<String> TABLE =
      List.of(
          "  NETWORK  CLIENT        GREETED  GREETING",
          "  lan      client-lan-1       12    0.8 ms",
          "  wan      client-wan-1       12  282.1 ms");
  private static final String TOLERANCES = "0.8: 0.1..20 | 12: 1..50 | 282.1: 279..900";

  @Test
  void whatIsWithinItsToleranceIsAsShown() {
    List<String> said =
        List.of(
            "",
            "  NETWORK  CLIENT         GREETED  GREETING",
            "  lan      client-lan-1         7   13.5 ms",
            "  another line",
            "  wan      client-wan-1        10  279.0 ms");
    assertEquals(List.of(), ShownOutput.of(TABLE, TOLERANCES).differencesFrom(said));
  }

  @Test
  void aBlockThatIsAnOrderOfMagnitudeOffFails() {
    List<String> mutated = List.of(TABLE.getFirst(), TABLE.get(1), "wan client-wan-1 12 28.2 ms");
    assertEquals(
        List.of(
            "282.1, where 28.2 is shown, is not within 27.9..90.0: wan      client-wan-1       12  282.1 ms"),
        ShownOutput.of(mutated, "12: 1..50 | 28.2: 27.9..90").differencesFrom(TABLE).stream()
            .filter(line -> !line.contains("lan-1"))
            .toList());
  }

  @Test
  void aNumberWithoutAToleranceHasToBeTheSame() {
    assertEquals(
        List.of("not said: lan client-lan-1 11"),
        ShownOutput.of(List.of("lan client-lan-1 11"), "")
            .differencesFrom(List.of("lan client-lan-1 12")));
  }

  @Test
  void whatMayStandAsideIsPassedOverWithWhateverNumber() {
    ShownOutput shown = ShownOutput.of(List.of("  wan-1: 6 x refused"), "aside: 1 x reset,");
    assertEquals(List.of(), shown.differencesFrom(List.of("  wan-1: 12 x reset, 6 x refused")));
    assertEquals(List.of(), shown.differencesFrom(List.of("  wan-1: 6 x refused")));
    assertEquals(
        List.of("not said: wan-1: 6 x refused"),
        shown.differencesFrom(List.of("  wan-1: 1 x reset, 5 x refused")));
  }

  @Test
  void linesInAnotherOrderAreNotWhatIsShown() {
    assertEquals(
        List.of("not said: first"),
        ShownOutput.of(List.of("second", "first"), "").differencesFrom(List.of("first", "second")));
  }

  @Test
  void aToleranceThatWouldLetAnOrderOfMagnitudePassIsRefused() {
    IllegalArgumentException wrong =
        assertThrows(
            IllegalArgumentException.class, () -> ShownOutput.of(TABLE, "282.1: 279..5000"));
    assertEquals(
        "279.0..5000.0 for 282.1 would let an order of magnitude pass", wrong.getMessage());
  }

  @Test
  void aToleranceThatItsOwnNumberDoesNotKeepIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> ShownOutput.of(TABLE, "282.1: 279..281"));
    assertThrows(IllegalArgumentException.class, () -> ShownOutput.of(TABLE, "77: 70..80"));
  }
}
