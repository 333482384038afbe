package nearfar.checker;

import static nearfar.checker.Exercises.FAILING_WELL;
import static nearfar.checker.Judged.SEED;
import static nearfar.checker.Judged.TIME_OVER;
import static nearfar.checker.Judged.assertFinds;
import static nearfar.checker.Judged.assertPasses;
import static nearfar.checker.Judged.heard;
import static nearfar.checker.Judged.printing;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FailingWellTest {
  private final String greeting = FAILING_WELL.drawn(SEED).plan().greeting();
  private final String late = FAILING_WELL.drawn(SEED).treatment(0).greeting();
  private final Run greetedLate =
      heard(0, late, "listening", "0 reset", "300 silence", "2900 greet");

  private static Run inVain(int status, long... millis) {
    String[] lines = new String[millis.length];
    for (int i = 0; i < millis.length; i++) {
      lines[i] = millis[i] + " reset";
    }
    return heard(status, "", lines);
  }

  private List<Run> with(Run... inVain) {
    return Stream.concat(
            Stream.concat(Stream.of(greetedLate), Stream.of(inVain)), Stream.of(printing(greeting)))
        .toList();
  }

  @Test
  void pausesThatGrowAndDifferPass() {
    assertPasses(
        FAILING_WELL,
        with(
            inVain(1, 0, 150, 600, 1500, 2600, 6000),
            inVain(1, 0, 290, 500, 1100, 3000, 5100),
            inVain(1, 0, 210, 800, 1300, 2500, 6900)));
  }

  @Test
  void badMannersAreToldApart() {
    Run regular = inVain(1, 0, 200, 600, 1400, 3000, 6200);
    assertFinds(
        "no-jitter",
        FAILING_WELL,
        with(regular, regular, inVain(1, 0, 205, 640, 1450, 3060, 6300)));
    assertFinds(
        "no-backoff",
        FAILING_WELL,
        with(
            inVain(1, 0, 400, 700, 1200, 1500, 2000),
            inVain(1, 0, 250, 700, 900, 1400, 1700),
            inVain(1, 0, 550, 800, 1250, 1600, 1900)));
    assertFinds("tight-loop", FAILING_WELL, with(inVain(1, 0, 1, 2, 3), regular, regular));
    assertFinds(
        "never-gives-up",
        FAILING_WELL,
        with(inVain(1, 0, 200, 600, 1400, 3000, 6200, 9000), regular, regular));
    assertFinds("never-gives-up", FAILING_WELL, with(inVain(TIME_OVER, 0, 200), regular, regular));
    assertFinds("gave-up-early", FAILING_WELL, with(inVain(1, 0, 200), regular, regular));
    assertFinds("status", FAILING_WELL, with(inVain(0, 0, 200, 600, 1400), regular, regular));
  }

  @Test
  void whoIsNotGreetedInTheEndIsToldWhy() {
    assertFinds("no-attempt", FAILING_WELL, List.of(heard(1, "", "listening")));
    assertFinds("gave-up-after-one", FAILING_WELL, List.of(heard(1, "", "0 reset")));
    assertFinds("gave-up-early", FAILING_WELL, List.of(heard(1, "", "0 reset", "100 silence")));
    assertFinds("no-time-out", FAILING_WELL, List.of(heard(TIME_OVER, "", "0 silence")));
    assertFinds("nothing", FAILING_WELL, List.of(heard(0, "", "0 a", "1 b", "2 greet")));
  }

  @Test
  void theFlappingLinkCountsToo() {
    Run one = inVain(1, 0, 150, 600, 1500, 2600, 6000);
    Run two = inVain(1, 0, 290, 500, 1100, 3000, 5100);
    Run three = inVain(1, 0, 210, 800, 1300, 2500, 6900);
    assertFinds("not-through", FAILING_WELL, List.of(greetedLate, one, two, three, inVain(1)));
  }
}
