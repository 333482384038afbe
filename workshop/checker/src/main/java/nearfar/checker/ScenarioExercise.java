package nearfar.checker;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Lesson 8: a scenario that holds, and whose negative control fails at what it names. */
final class ScenarioExercise implements Exercise {
  private static final int READ = 0;
  private static final int RUN = 1;
  private static final int STEPS = 3;

  @Override
  public Plan plan() {
    Step step = new Step(Step.Kind.SCENARIO, "lan", "", Duration.ofSeconds(60));
    return new Plan("of the scenario itself", Collections.nCopies(STEPS, step));
  }

  @Override
  public Optional<Finding> check(List<Run> runs) {
    for (int i = 0; i < runs.size(); i++) {
      Run run = runs.get(i);
      if (run.status() != 0) {
        return Optional.of(
            switch (i) {
              case READ -> unread(run);
              case RUN -> new Finding("does-not-hold", "it was run, and " + failed(run));
              default -> control(run);
            });
      }
    }
    return Optional.empty();
  }

  private static Finding unread(Run run) {
    if (run.err().contains("control: it describes none")) {
      return new Finding("no-control", "it has no negative control");
    }
    List<String> errors = run.err().lines().filter(line -> !line.isBlank()).toList();
    String output = errors.isEmpty() ? "no reason is printed" : unmarked(errors.getFirst());
    return new Finding("not-a-scenario", "it is not a scenario: " + output);
  }

  private static Finding control(Run run) {
    String output = run.out() + run.err();
    String line =
        Stream.concat(run.out().lines(), run.err().lines())
            .filter(each -> each.contains("without the cause"))
            .findFirst()
            .orElseGet(() -> failed(run));
    return new Finding(
        output.contains("had to fail without the cause")
            ? "control-holds"
            : "control-fails-elsewhere",
        "its negative control was run: " + unmarked(line));
  }

  private static String unmarked(String line) {
    return line.strip().replaceFirst("^(✘|failed) +", "").replaceAll(" {2,}", ", ");
  }

  private static String failed(Run run) {
    return run.out()
        .lines()
        .filter(line -> line.contains("✘"))
        .map(ScenarioExercise::unmarked)
        .findFirst()
        .orElse("an expectation failed");
  }
}
