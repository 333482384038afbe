package nearfar.tests.support;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Collection;

/**
 * The one assertion about time in this project. The floor is sharp: nothing arrives before it can.
 * The ceiling is generous: the machine is shared, and speed is measured elsewhere.
 */
public final class Timing {
  private Timing() {}

  /**
   * Asserts that each took at least {@code floor} and at most {@code ceiling}; says what was
   * measured.
   */
  public static void assertEachTook(
      String what, Collection<Duration> measured, Duration floor, Duration ceiling) {
    assertTrue(!measured.isEmpty(), what + ": nothing was measured");
    Duration least = measured.stream().min(Duration::compareTo).orElseThrow();
    Duration most = measured.stream().max(Duration::compareTo).orElseThrow();
    String figures =
        "%s: expected %s to %s, measured %s to %s in %d"
            .formatted(what, ms(floor), ms(ceiling), ms(least), ms(most), measured.size());
    assertAll(
        () -> assertTrue(least.compareTo(floor) >= 0, figures),
        () -> assertTrue(most.compareTo(ceiling) <= 0, figures));
  }

  private static String ms(Duration duration) {
    return "%.1f ms".formatted(duration.toNanos() / 1e6);
  }
}
