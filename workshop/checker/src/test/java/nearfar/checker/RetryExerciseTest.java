package nearfar.checker;

import static nearfar.checker.Exercises.RETRIES;
import static nearfar.checker.SampleRuns.SEED;
import static nearfar.checker.SampleRuns.TIMED_OUT;
import static nearfar.checker.SampleRuns.assertFinds;
import static nearfar.checker.SampleRuns.assertPasses;
import static nearfar.checker.SampleRuns.printing;
import static nearfar.checker.SampleRuns.received;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RetryExerciseTest {
  private final String greeting = RETRIES.draw(SEED).plan().greeting();
  private final String late = RETRIES.draw(SEED).serverScript(0).greeting();
  private final Run greetedLate =
      received(0, late, "listening", "0 reset", "300 silence", "2900 greet");

  private static Run neverGreeted(int status, long... millis) {
    String[] lines = new String[millis.length];
    for (int i = 0; i < millis.length; i++) {
      lines[i] = millis[i] + " reset";
    }
    return received(status, "", lines);
  }

  private List<Run> with(Run... neverGreeted) {
    return Stream.concat(
            Stream.concat(Stream.of(greetedLate), Stream.of(neverGreeted)),
            Stream.of(printing(greeting)))
        .toList();
  }

  @Test
  void pausesThatGrowAndDifferPass() {
    assertPasses(
        RETRIES,
        with(
            neverGreeted(1, 0, 150, 600, 1500, 2600, 6000),
            neverGreeted(1, 0, 290, 500, 1100, 3000, 5100),
            neverGreeted(1, 0, 210, 800, 1300, 2500, 6900)));
  }

  @Test
  void badRetriesAreDistinguished() {
    Run regular = neverGreeted(1, 0, 200, 600, 1400, 3000, 6200);
    assertFinds(
        "no-jitter",
        RETRIES,
        with(regular, regular, neverGreeted(1, 0, 205, 640, 1450, 3060, 6300)));
    assertFinds(
        "no-backoff",
        RETRIES,
        with(
            neverGreeted(1, 0, 400, 700, 1200, 1500, 2000),
            neverGreeted(1, 0, 250, 700, 900, 1400, 1700),
            neverGreeted(1, 0, 550, 800, 1250, 1600, 1900)));
    assertFinds("tight-loop", RETRIES, with(neverGreeted(1, 0, 1, 2, 3), regular, regular));
    assertFinds(
        "never-gives-up",
        RETRIES,
        with(neverGreeted(1, 0, 200, 600, 1400, 3000, 6200, 9000), regular, regular));
    assertFinds("never-gives-up", RETRIES, with(neverGreeted(TIMED_OUT, 0, 200), regular, regular));
    assertFinds("gave-up-early", RETRIES, with(neverGreeted(1, 0, 200), regular, regular));
    assertFinds("status", RETRIES, with(neverGreeted(0, 0, 200, 600, 1400), regular, regular));
  }

  @Test
  void aClientThatIsNotGreetedInTheEndIsReported() {
    assertFinds("no-attempt", RETRIES, List.of(received(1, "", "listening")));
    assertFinds("gave-up-after-one", RETRIES, List.of(received(1, "", "0 reset")));
    assertFinds("gave-up-early", RETRIES, List.of(received(1, "", "0 reset", "100 silence")));
    assertFinds("no-time-out", RETRIES, List.of(received(TIMED_OUT, "", "0 silence")));
    assertFinds("nothing", RETRIES, List.of(received(0, "", "0 a", "1 b", "2 greet")));
  }

  @Test
  void aFlappingLinkIsPartOfTheCheck() {
    Run one = neverGreeted(1, 0, 150, 600, 1500, 2600, 6000);
    Run two = neverGreeted(1, 0, 290, 500, 1100, 3000, 5100);
    Run three = neverGreeted(1, 0, 210, 800, 1300, 2500, 6900);
    assertFinds("not-through", RETRIES, List.of(greetedLate, one, two, three, neverGreeted(1)));
  }
}
