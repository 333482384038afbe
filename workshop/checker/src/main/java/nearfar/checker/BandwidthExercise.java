package nearfar.checker;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Lesson 5: a client measures the time to the first byte, and the rate after it. */
final class BandwidthExercise implements Exercise {
  private static final int SECONDS = 15;
  private static final int FAR_RUNS = 2;

  /** A slow link delivers bytes in pieces of 100 ms; the first piece is as late as that. */
  private static final int PIECE_MILLIS = 100;

  private static final int SLACK_MILLIS = 350;
  private static final double LEAST_OF_RATE = 0.75;
  private static final double MOST_OF_RATE = 1.35;

  private final String greeting;
  private final List<Integer> delays = new ArrayList<>();
  private final List<Integer> kilobits = new ArrayList<>();

  BandwidthExercise(Random random) {
    greeting = RandomGreetings.many(random.nextInt(42_000, 48_000), random);
    for (int i = 0; i < FAR_RUNS; i++) {
      int bytesPerMilli = i == 0 ? random.nextInt(55, 70) : random.nextInt(85, 100);
      kilobits.add(8 * bytesPerMilli);
      // Longer than the transfer, or a rate that includes the delay would look right.
      delays.add((int) (bytes() / bytesPerMilli) + random.nextInt(100, 400));
    }
  }

  private double bytes() {
    return greeting.getBytes(StandardCharsets.UTF_8).length + 1.0;
  }

  @Override
  public Plan plan() {
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < FAR_RUNS; i++) {
      String link = "DOWN=%dms DOWN_RATE=%dkbit".formatted(delays.get(i), kilobits.get(i));
      steps.add(Step.far(link, SECONDS));
    }
    return new Plan(greeting, steps);
  }

  @Override
  public Optional<Finding> check(List<Run> runs) {
    for (int i = 0; i < runs.size(); i++) {
      int number = i;
      Run run = runs.get(i);
      Optional<Finding> found = run.outcome().finding(run).or(() -> shape(run));
      if (found.isEmpty()) {
        List<Double> numbers = PrintedNumbers.of(run, 2).orElseThrow();
        String saw =
            "over a link of %d ms and %d kbit/s, it printed %s"
                .formatted(delays.get(i), kilobits.get(i), QuotedOutput.of(run.printed()));
        found =
            first(numbers.getFirst(), i)
                .or(() -> rate(numbers.getLast(), number))
                .map(key -> new Finding(key, saw));
      }
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static Optional<Finding> shape(Run run) {
    if (run.printed().isBlank()) {
      return Finding.of("nothing", "it printed nothing");
    }
    return PrintedNumbers.of(run, 2).isPresent()
        ? Optional.empty()
        : Finding.of("not-two-numbers", "it printed %s".formatted(QuotedOutput.of(run.printed())));
  }

  private Optional<String> first(double millis, int run) {
    int delay = delays.get(run);
    Tolerance right = new Tolerance(delay - 1.0, delay + PIECE_MILLIS + SLACK_MILLIS);
    if (right.holds(millis)) {
      return Optional.empty();
    }
    if (right.holdsTimes(millis, 1e3)
        || right.holdsTimes(millis, 1e-3)
        || right.holdsTimes(millis, 1e-6)) {
      return Optional.of("other-unit");
    }
    if (millis < right.least()) {
      return Optional.of("connect-only");
    }
    return Optional.of("end-for-first");
  }

  private Optional<String> rate(double rate, int run) {
    int real = kilobits.get(run);
    Tolerance right = new Tolerance(LEAST_OF_RATE * real, MOST_OF_RATE * real);
    if (right.holds(rate)) {
      return Optional.empty();
    }
    if (right.holdsTimes(rate, 8)) {
      return Optional.of("bytes-for-bits");
    }
    if (right.holdsTimes(rate, 1e-3) || right.holdsTimes(rate, 1e3)) {
      return Optional.of("other-unit");
    }
    double transfer = bytes() * 8 / real;
    double withLatency = transfer / (transfer + delays.get(run));
    if (rate < right.least() && rate > LEAST_OF_RATE * real * withLatency) {
      return Optional.of("rate-with-latency");
    }
    return Optional.of("another-rate");
  }
}
