package nearfar.networks.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import nearfar.networks.fault.Faults;
import nearfar.networks.fault.Flapping;
import nearfar.networks.link.Link;
import org.junit.jupiter.api.Test;

class TurnCounterTest {
  private static DesiredState desired(String faults) {
    Faults all =
        Faults.parse(faults)
            .map(fault -> fault instanceof Flapping flapping ? flapping.withSeed(1) : fault);
    return DesiredState.first(Link.NOTHING_ADDED, all, "perfect");
  }

  private static long after(DesiredState desired, Duration age) {
    return desired.sinceNanos() + age.toNanos();
  }

  @Test
  void theyAreCountedFromTheMomentWhenTheLinkWasAskedFor() {
    DesiredState desired = desired("flapping:2s");
    TurnCounter turns = new TurnCounter(desired);
    assertEquals(0, turns.countAt(after(desired, Duration.ofMillis(999))));
    assertEquals(1, turns.countAt(after(desired, Duration.ofSeconds(1))));
    assertEquals(3, turns.countAt(after(desired, Duration.ofMillis(3500))));
    assertEquals(Optional.of(Duration.ofSeconds(1)), turns.due(0));
    assertEquals(Optional.of(Duration.ofSeconds(3)), turns.due(2));
    assertEquals(Optional.empty(), turns.due(3));
  }

  @Test
  void afterWeeksOnlyTheLastOfThemAreRemembered() {
    DesiredState desired = desired("flapping:200ms");
    TurnCounter turns = new TurnCounter(desired);
    int weeks = turns.countAt(after(desired, Duration.ofDays(21)));
    assertEquals(Duration.ofDays(21).dividedBy(Duration.ofMillis(100)), weeks);
    assertEquals(Optional.empty(), turns.due(0));
    assertEquals(Optional.of(Duration.ofDays(21)), turns.due(weeks - 1));
  }

  @Test
  void aLinkThatDoesNotFlapNeverTurns() {
    TurnCounter turns = new TurnCounter(desired("none"));
    assertEquals(0, turns.countAt(Long.MAX_VALUE));
    assertTrue(turns.untilNextTurn().compareTo(Duration.ofHours(1)) > 0);
  }
}
