package nearfar.networks.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import nearfar.networks.fault.Faults;
import nearfar.networks.fault.Flapping;
import nearfar.networks.link.Link;
import org.junit.jupiter.api.Test;

class TurnsTest {
  private static DesiredState asked(String faults) {
    Faults all =
        Faults.parse(faults)
            .map(fault -> fault instanceof Flapping flapping ? flapping.withSeed(1) : fault);
    return DesiredState.first(Link.NOTHING_ADDED, all, "perfect");
  }

  private static long after(DesiredState asked, Duration age) {
    return asked.sinceNanos() + age.toNanos();
  }

  @Test
  void theyAreCountedFromTheMomentWhenTheLinkWasAskedFor() {
    DesiredState asked = asked("flapping:2s");
    Turns turns = new Turns(asked);
    assertEquals(0, turns.countAt(after(asked, Duration.ofMillis(999))));
    assertEquals(1, turns.countAt(after(asked, Duration.ofSeconds(1))));
    assertEquals(3, turns.countAt(after(asked, Duration.ofMillis(3500))));
    assertEquals(Optional.of(Duration.ofSeconds(1)), turns.due(0));
    assertEquals(Optional.of(Duration.ofSeconds(3)), turns.due(2));
    assertEquals(Optional.empty(), turns.due(3));
  }

  @Test
  void afterWeeksOnlyTheLastOfThemAreRemembered() {
    DesiredState asked = asked("flapping:200ms");
    Turns turns = new Turns(asked);
    int weeks = turns.countAt(after(asked, Duration.ofDays(21)));
    assertEquals(Duration.ofDays(21).dividedBy(Duration.ofMillis(100)), weeks);
    assertEquals(Optional.empty(), turns.due(0));
    assertEquals(Optional.of(Duration.ofDays(21)), turns.due(weeks - 1));
  }

  @Test
  void aLinkThatDoesNotFlapNeverTurns() {
    Turns turns = new Turns(asked("none"));
    assertEquals(0, turns.countAt(Long.MAX_VALUE));
    assertTrue(turns.untilTheNext().compareTo(Duration.ofHours(1)) > 0);
  }
}
