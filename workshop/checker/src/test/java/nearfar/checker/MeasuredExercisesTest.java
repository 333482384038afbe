package nearfar.checker;

import static nearfar.checker.Exercises.BANDWIDTH;
import static nearfar.checker.Exercises.LATENCY;
import static nearfar.checker.SampleRuns.SEED;
import static nearfar.checker.SampleRuns.assertFinds;
import static nearfar.checker.SampleRuns.assertPasses;
import static nearfar.checker.SampleRuns.printing;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.LongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class MeasuredExercisesTest {
  private static final Pattern LINK = Pattern.compile("DOWN=(\\d+)ms DOWN_RATE=(\\d+)kbit");

  private static long number(Exercises exercise, int step, int group) {
    Matcher link = LINK.matcher(exercise.draw(SEED).plan().steps().get(step).link());
    if (!link.matches()) {
      throw new AssertionError("no link of such numbers at step " + step);
    }
    return Long.parseLong(link.group(group));
  }

  private static long transfer(Exercises exercise, int step) {
    int bytes = exercise.draw(SEED).plan().greeting().getBytes(StandardCharsets.UTF_8).length + 1;
    return bytes * 8L / number(exercise, step, 2);
  }

  private static List<Run> times(LongFunction<String> written) {
    return printing(
        written.apply(12),
        written.apply(number(LATENCY, 1, 1) + transfer(LATENCY, 1) + 20),
        written.apply(number(LATENCY, 2, 1) + transfer(LATENCY, 2) + 20));
  }

  @Test
  void theTimeOfTheWholeGreetingPassesAndOtherTimesAreDistinguished() {
    assertPasses(LATENCY, times(Long::toString));
    assertFinds("other-unit", LATENCY, times(millis -> Double.toString(millis / 1e3)));
    assertFinds("other-unit", LATENCY, times(millis -> Long.toString(millis * 1_000_000)));
    assertFinds("not-whole", LATENCY, times(millis -> millis + ".5"));
    assertFinds("not-a-number", LATENCY, times(millis -> millis + " ms"));
    assertFinds("fixed", LATENCY, printing("280", "280", "280"));
    assertFinds("connect-only", LATENCY, printing("1", "2", "1"));
    String one = Long.toString(number(LATENCY, 1, 1) + 100);
    String two = Long.toString(number(LATENCY, 2, 1) + 100);
    assertFinds("first-part", LATENCY, printing("1", one, two));
    assertFinds("another-time", LATENCY, printing("1", "9000", "9500"));
    assertFinds("nothing", LATENCY, printing("", "9000", "9500"));
  }

  private static List<Run> far(double firstTimes, long firstMore, double rateTimes) {
    return List.of(
        far(0, firstTimes, firstMore, rateTimes), far(1, firstTimes, firstMore, rateTimes));
  }

  private static Run far(int step, double firstTimes, long firstMore, double rateTimes) {
    long first = Math.round((number(BANDWIDTH, step, 1) + 100) * firstTimes) + firstMore;
    return printing(first + " " + Math.round(number(BANDWIDTH, step, 2) * 1.1 * rateTimes));
  }

  @Test
  void latencyAndRatePassAndAMixOfThemIsDistinguished() {
    assertPasses(BANDWIDTH, far(1, 0, 1));
    assertFinds("bytes-for-bits", BANDWIDTH, far(1, 0, 0.125));
    assertFinds("other-unit", BANDWIDTH, far(1, 0, 1000));
    assertFinds("other-unit", BANDWIDTH, far(1_000_000, 0, 1));
    assertFinds("connect-only", BANDWIDTH, far(0, 3, 0.4));
    assertFinds("end-for-first", BANDWIDTH, far(1, transfer(BANDWIDTH, 0), 1));
    assertFinds("rate-with-latency", BANDWIDTH, far(1, 0, 0.42));
    assertFinds("another-rate", BANDWIDTH, far(1, 0, 3));
    assertFinds("not-two-numbers", BANDWIDTH, printing("512 ms, 640 kbit/s", "1"));
    assertFinds("nothing", BANDWIDTH, printing("", "1"));
  }
}
