package nearfar.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose lab it is, and whether they are still there. */
class OwnerTest {
  private static final long A_MINUTE = 60_000;

  private final Owner self = Owner.thisProcess();

  @Test
  void anOwnerIsReadBackFromItsLabel() {
    assertEquals(Optional.of(self), Owner.fromLabel(self.label()));
    Owner other = new Owner(1234, 1_700_000_000_000L, "");
    assertEquals(Optional.of(other), Owner.fromLabel(other.label()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "make", "12", "12/34", "12/34/pid/more", "x/34/pid", "12/x/pid", "12//p"})
  void aLabelThatIsNotOursHasNoOwner(String label) {
    assertEquals(Optional.empty(), Owner.fromLabel(label));
  }

  @Test
  void aProcessThatRunsIsNotDead() {
    assertFalse(self.isDead());
  }

  @Test
  void aProcessThatEndedIsDead() throws Exception {
    Process child = new ProcessBuilder("true").start();
    child.waitFor();
    assertTrue(new Owner(child.pid(), self.startedMillis(), self.space()).isDead());
  }

  @Test
  void aProcessWhoseNumberWentToALaterOneIsDead() {
    assertTrue(new Owner(self.pid(), self.startedMillis() - A_MINUTE, self.space()).isDead());
  }

  @Test
  void aClockThatIsBeingSetKillsNobody() {
    assertFalse(new Owner(self.pid(), self.startedMillis() + 2_000, self.space()).isDead());
    assertFalse(new Owner(self.pid(), self.startedMillis() - 2_000, self.space()).isDead());
  }

  @Test
  void nothingIsCertainOfAProcessInAnotherSpace() {
    assertFalse(new Owner(self.pid(), 0, "pid:[1]").isDead());
    assertFalse(new Owner(Long.MAX_VALUE, 0, "pid:[1]").isDead());
  }
}
