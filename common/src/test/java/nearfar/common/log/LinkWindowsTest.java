package nearfar.common.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class LinkWindowsTest {
  private static final LinkWindow BEFORE = new LinkWindow(Long.MIN_VALUE, 10, false);

  private final LinkWindows windows = new LinkWindows();

  private void log(String name, long at) {
    read("{\"event\":\"%s\",\"at_ns\":%d}".formatted(name, at));
  }

  private void log(String name, long began, long at) {
    read("{\"event\":\"%s\",\"began_ns\":%d,\"at_ns\":%d}".formatted(name, began, at));
  }

  private void read(String line) {
    windows.read(Objects.requireNonNull(LogEvent.parse(line)));
  }

  @Test
  void nothingIsDefinedBeforeTheFirstEvent() {
    assertTrue(windows.isOpen());
    assertEquals(List.of(new LinkWindow(Long.MIN_VALUE, Long.MAX_VALUE, false)), windows.all());
  }

  @Test
  void aStartEndsWithTheLinkRestoredNotWithItsFirstEvent() {
    log("guarding", 10);
    assertTrue(windows.isOpen());
    log("restored", 10, 12);
    assertFalse(windows.isOpen());
    assertEquals(List.of(BEFORE, new LinkWindow(10, 12, false)), windows.all());
  }

  @Test
  void aLossThatOutlastsARestartOfWanControlIsOneWindow() {
    log("restored", 10, 11);
    log("lost", 20);
    log("guarding", 30);
    assertEquals(new LinkWindow(20, Long.MAX_VALUE, false), windows.open());
    log("restored", 30, 40);
    assertEquals(new LinkWindow(20, 40, false), windows.all().getLast());
  }

  @Test
  void aRequestedChangeBeginsWithTheFirstActOnTheGateway() {
    log("restored", 10, 11);
    log("changing", 21);
    log("changed", 20, 22);
    assertEquals(new LinkWindow(20, 22, true), windows.all().getLast());
    log("lost", 30);
    log("changing", 31);
    log("flapped", 32);
    log("changed", 31, 33);
    assertEquals(new LinkWindow(30, 33, true), windows.all().getLast());
  }

  @Test
  void windowsBeforeARebootOfTheHostAreDropped() {
    log("restored", 1000, 1001);
    log("changing", 1002);
    log("guarding", 10);
    log("restored", 10, 12);
    assertEquals(List.of(BEFORE, new LinkWindow(10, 12, false)), windows.all());
  }

  @Test
  void aWindowOverlapsWhatTouchesIt() {
    LinkWindow window = new LinkWindow(10, 20, true);
    assertTrue(window.overlaps(5, 10));
    assertTrue(window.overlaps(20, 25));
    assertFalse(window.overlaps(5, 9));
    assertFalse(window.overlaps(21, 25));
  }

  @Test
  void anEventWithoutItsTimeIsRejected() {
    assertThrows(IllegalArgumentException.class, () -> read("{\"event\":\"changing\"}"));
    assertThrows(IllegalArgumentException.class, () -> read("{\"at_ns\":1}"));
  }
}
