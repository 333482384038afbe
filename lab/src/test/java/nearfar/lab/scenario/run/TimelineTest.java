package nearfar.lab.scenario.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nearfar.lab.scenario.Action;
import nearfar.lab.scenario.Scenario;
import nearfar.lab.scenario.Step;
import nearfar.lab.scenario.judge.RunTiming;
import nearfar.lab.scenario.judge.StepTiming;
import org.junit.jupiter.api.Test;

/** Steps are taken at their own distances from zero, by a clock that only the test moves. */
class TimelineTest {
  private static final long ZERO = 1_000_000_000L;

  private final List<String> told = new ArrayList<>();
  private long now = ZERO;

  private final Clock clock =
      new Clock() {
        @Override
        public long nanos() {
          return now;
        }

        @Override
        public void await(long nanos) {
          now = Math.max(now, nanos);
        }
      };

  private final Progress progress =
      new Progress() {
        @Override
        public void step(Step step, StepTiming when, Duration late) {
          told.add("%s %d late".formatted(step.name(), late.toMillis()));
        }
      };

  @Test
  void aStepThatIsInForcePromptlyDoesNotShiftThoseThatFollow() throws InterruptedException {
    RunTiming chronicle =
        play(
            Sample.of(
                5000,
                Sample.step("one", 1000, new Action.Kill("server")),
                Sample.step("two", 2000, new Action.Kill("server"))),
            200);
    assertEquals(
        Map.of("one", happened(1000, 1200), "two", happened(2000, 2200)), chronicle.steps());
    assertEquals(List.of("one 0 late", "two 0 late"), told);
  }

  @Test
  void aStepThatIsLateShiftsThoseThatFollowSoThatNoWindowIsMuchShorterThanPlanned()
      throws InterruptedException {
    Scenario scenario =
        Sample.of(
            10_000,
            Sample.step("one", 1000, new Action.Kill("server")),
            Sample.step("two", 2000, new Action.Kill("server")),
            Sample.step("three", 2100, new Action.Kill("server")));
    RunTiming chronicle = play(scenario, 400);
    assertEquals(
        Map.of(
            "one",
            happened(1000, 1400),
            "two",
            happened(2150, 2550),
            "three",
            happened(2550, 2950)),
        chronicle.steps());
    assertEquals(List.of("one 0 late", "two 150 late", "three 450 late"), told);
    assertEquals(10_850, millisFromZero(), "what follows the last step is not shortened");
    assertEquals(nanos(10_850), chronicle.endNanos());
  }

  @Test
  void aRealClockWaitsUntilItIsTimeAndIsInterrupted() throws InterruptedException {
    long due = System.nanoTime() + Duration.ofMillis(30).toNanos();
    Clock.SYSTEM.await(due);
    assertEquals(true, System.nanoTime() >= due);
    Thread.currentThread().interrupt();
    assertThrows(
        InterruptedException.class,
        () -> Clock.SYSTEM.await(System.nanoTime() + Duration.ofMinutes(1).toNanos()));
  }

  private RunTiming play(Scenario scenario, long millisPerAction) throws InterruptedException {
    ActionExecutor stage =
        action -> {
          now += Duration.ofMillis(millisPerAction).toNanos();
          return now;
        };
    return new Timeline(scenario, stage, clock, progress).play(ZERO);
  }

  private static StepTiming happened(long beganMillis, long doneMillis) {
    return new StepTiming(nanos(beganMillis), nanos(doneMillis));
  }

  private static long nanos(long millis) {
    return ZERO + Duration.ofMillis(millis).toNanos();
  }

  private long millisFromZero() {
    return Duration.ofNanos(now - ZERO).toMillis();
  }
}
