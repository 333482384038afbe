package nearfar.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which process a lab belongs to, and whether that process is still running. */
class OwnerTest {
  private static final long A_MINUTE = 60_000;

  private final Owner self = Owner.thisProcess();

  @Test
  void anOwnerIsReadBackFromItsLabel() {
    assertEquals(Optional.of(self), Owner.fromLabel(self.label()));
    Owner other = new Owner(1234, 1_700_000_000_000L, "", "");
    assertEquals(Optional.of(other), Owner.fromLabel(other.label()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "make",
        "12",
        "12/34",
        "12/34/pid",
        "12/34/pid/me/more",
        "x/34/p/u",
        "12/x/p/u",
        "12//p/u"
      })
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
    assertTrue(new Owner(child.pid(), self.startedMillis(), self.space(), self.user()).isDead());
  }

  @Test
  void aProcessWhoseNumberWentToALaterOneIsDead() {
    assertTrue(
        new Owner(self.pid(), self.startedMillis() - A_MINUTE, self.space(), self.user()).isDead());
  }

  @Test
  void aProcessIsNotDeadAfterTheClockWasSet() {
    assertFalse(
        new Owner(self.pid(), self.startedMillis() + 2_000, self.space(), self.user()).isDead());
    assertFalse(
        new Owner(self.pid(), self.startedMillis() - 2_000, self.space(), self.user()).isDead());
  }

  @Test
  void nothingIsCertainOfAProcessInAnotherSpace() {
    assertFalse(new Owner(self.pid(), 0, "pid:[1]", self.user()).isDead());
    assertFalse(new Owner(Long.MAX_VALUE, 0, "pid:[1]", self.user()).isDead());
  }

  @Test
  void aProcessThatProcMayHideIsNotDead() {
    Owner hidden = new Owner(4711, 1_700_000_000_000L, "here", "another");
    assertFalse(hidden.isDead(new Seen("here", true)));
    assertTrue(hidden.isDead(new Seen("here", false)));
  }

  @Test
  void aProcessWithTheSameNamespaceNumberOnAnotherMachineIsNotDead() {
    Owner other = new Owner(4711, 1_700_000_000_000L, "there:pid:[4026531836]", self.user());
    assertFalse(other.isDead(new Seen("here:pid:[4026531836]", false)));
    assertTrue(self.space().matches("[0-9a-f-]{36}:.*"), self.space());
  }

  @Test
  void aMachineWithoutAnIdIsIdentifiedByItsHostName(@TempDir Path withoutFiles) {
    String space = new Processes.OfThisMachine(withoutFiles).space();
    assertTrue(space.matches("[0-9a-f-]{36}:"), space);
  }

  /** A machine on which no process is visible. */
  private record Seen(String space, boolean hides) implements Processes {
    @Override
    public String user() {
      return "me";
    }

    @Override
    public Optional<Long> startedMillis(long pid) {
      return Optional.empty();
    }

    @Override
    public boolean mayHide(String user) {
      return hides;
    }
  }
}
