package nearfar.checker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Runs made by hand, and assertions on what the checker finds in them. */
final class SampleRuns {
  static final long SEED = 7;
  static final int TIMED_OUT = 124;

  private SampleRuns() {}

  static Run printing(String out) {
    return new Run("Client.java", 0, false, Duration.ofSeconds(1), out, "", "");
  }

  static Run failing(int status, String err) {
    return new Run("Client.java", status, false, Duration.ofSeconds(1), "", err, "");
  }

  static Run received(int status, String out, String... lines) {
    String received = String.join("\n", lines) + "\n";
    return new Run("Client.java", status, false, Duration.ofSeconds(1), out, "", received);
  }

  static List<Run> printing(String first, String second, String... more) {
    return Stream.concat(Stream.of(first, second), Stream.of(more))
        .map(SampleRuns::printing)
        .toList();
  }

  static void assertPasses(Exercises exercise, List<Run> runs) {
    assertEquals(Optional.empty(), exercise.draw(SEED).check(runs));
  }

  /** The checker finds it, and has hints for it. */
  static void assertFinds(String key, Exercises exercise, List<Run> runs) {
    Finding found = exercise.draw(SEED).check(runs).orElseThrow();
    assertEquals(key, found.key(), found.saw());
    assertFalse(found.saw().isBlank());
    Hints hints = Hints.of(exercise);
    assertEquals(
        Hints.STEPS, Stream.of(1, 2, 3).map(step -> hints.hint(key, step)).distinct().count());
  }
}
