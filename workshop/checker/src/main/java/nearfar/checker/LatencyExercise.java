package nearfar.checker;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/** Lesson 1: a client measures how many milliseconds the whole greeting took. */
final class LatencyExercise implements Exercise {
  private static final int SECONDS = 12;
  private static final int SLACK_MILLIS = 500;
  private static final int TICK_MILLIS = 5;

  private final String greeting;
  private final int bytesPerMilli;
  private final int[] delays;

  LatencyExercise(Random random) {
    bytesPerMilli = random.nextInt(6, 9);
    greeting = RandomGreetings.many(random.nextInt(1800, 2200), random);
    int small = random.nextInt(40, 200);
    // Far enough apart that no number is right for both.
    delays = new int[] {small, small + SLACK_MILLIS + random.nextInt(250, 600)};
  }

  @Override
  public Plan plan() {
    return new Plan(greeting, List.of(Step.near(SECONDS), far(0), far(1)));
  }

  private Step far(int number) {
    String link = "DOWN=%dms DOWN_RATE=%dkbit".formatted(delays[number], 8 * bytesPerMilli);
    return Step.far(link, SECONDS);
  }

  private double transfer() {
    return (greeting.getBytes(StandardCharsets.UTF_8).length + 1.0) / bytesPerMilli;
  }

  private Tolerance right(int step) {
    if (step == 0) {
      return new Tolerance(0, SLACK_MILLIS);
    }
    double millis = delays[step - 1] + transfer();
    return new Tolerance(millis - TICK_MILLIS, millis + SLACK_MILLIS);
  }

  @Override
  public Optional<Finding> check(List<Run> runs) {
    for (int i = 0; i < runs.size(); i++) {
      Run run = runs.get(i);
      String where = i == 0 ? "near" : "far";
      Optional<Finding> ended = run.outcome().finding(run);
      if (ended.isPresent()) {
        return ended.map(finding -> finding.in(where));
      }
      if (PrintedNumbers.of(run, 1).isEmpty()) {
        return Finding.of(
            run.printed().isBlank() ? "nothing" : "not-a-number",
            "%s, it printed %s".formatted(where, QuotedOutput.of(run.printed())));
      }
    }
    List<Double> values =
        runs.stream().map(run -> PrintedNumbers.of(run, 1).orElseThrow().getFirst()).toList();
    String saw =
        "it printed %s near and %s and %s far"
            .formatted(runs.stream().map(Run::printed).map(String::strip).toArray());
    if (values.stream().distinct().count() == 1) {
      return Finding.of("fixed", saw);
    }
    if (allRight(values, 1)) {
      return runs.stream().allMatch(run -> run.printed().strip().matches("\\d+"))
          ? Optional.empty()
          : Finding.of("not-whole", saw);
    }
    for (double factor : new double[] {1e3, 1e-3, 1e-6}) {
      if (farRight(values, factor)) {
        return Finding.of("other-unit", saw);
      }
    }
    if (values.get(1) < delays[0] && values.get(2) < delays[1]) {
      return Finding.of("connect-only", saw);
    }
    if (values.get(1) < right(1).least() && values.get(2) < right(2).least()) {
      return Finding.of("first-part", saw);
    }
    return Finding.of("another-time", saw);
  }

  private boolean allRight(List<Double> values, double factor) {
    return right(0).holdsTimes(values.getFirst(), factor) && farRight(values, factor);
  }

  private boolean farRight(List<Double> values, double factor) {
    return IntStream.of(1, 2).allMatch(step -> right(step).holdsTimes(values.get(step), factor));
  }
}
