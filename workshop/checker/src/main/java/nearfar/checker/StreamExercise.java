package nearfar.checker;

import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Lesson 4: a client prints the whole of a long greeting that arrives in slices. */
final class StreamExercise implements Exercise {
  private static final int SECONDS = 10;

  private final String greeting;
  private final String link;

  StreamExercise(Random random) {
    greeting = RandomGreetings.many(random.nextInt(3000, 4000), random);
    link =
        "DOWN=%dms FAULT=sliced:%d/%dms"
            .formatted(random.nextInt(5, 80), random.nextInt(60, 110), random.nextInt(4, 7));
  }

  @Override
  public Plan plan() {
    return new Plan(greeting, List.of(Step.near(SECONDS), Step.far(link, SECONDS)));
  }

  @Override
  public Optional<Finding> check(List<Run> runs) {
    for (int i = 0; i < runs.size(); i++) {
      boolean near = i == 0;
      Optional<Finding> found = check(runs.get(i), near);
      if (found.isPresent()) {
        return found.map(
            finding -> finding.in(near ? "near, where it comes quickly," : "far, in slices,"));
      }
    }
    return Optional.empty();
  }

  private Optional<Finding> check(Run run, boolean near) {
    Optional<Finding> ended = run.outcome().finding(run);
    return switch (run.outcome()) {
      case DONE ->
          GreetingCheck.check(run, greeting)
              .map(finding ->
                  finding.key().equals("a-part")
                      ? finding.as(near ? "one-recv" : "short-read")
                      : finding);
      case HANGS -> ended.map(finding -> finding.as("waits-on"));
      case CRASHED ->
          run.err().contains("UnicodeDecodeError") || run.err().contains("MalformedInput")
              ? ended.map(finding -> finding.as("torn-letters"))
              : ended;
      default -> ended;
    };
  }
}
