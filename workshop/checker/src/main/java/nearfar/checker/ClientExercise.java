package nearfar.checker;

import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Lesson 2: a client connects, receives, prints and closes. */
final class ClientExercise implements Exercise {
  private static final int SECONDS = 10;
  private static final int ELSEWHERE = 2;

  private final String greeting;
  private final String otherGreeting;
  private final int delay;

  ClientExercise(Random random) {
    greeting = RandomGreetings.few(random);
    otherGreeting = RandomGreetings.few(random);
    delay = random.nextInt(50, 400);
  }

  @Override
  public Plan plan() {
    return new Plan(
        greeting,
        List.of(
            Step.near(SECONDS),
            Step.far("DOWN=" + delay + "ms UP=" + delay + "ms", SECONDS),
            Step.served(SECONDS)));
  }

  @Override
  public ServerScript serverScript(int step) {
    return new ServerScript(otherGreeting, List.of(ServerScript.Act.GREET));
  }

  @Override
  public Optional<Finding> check(List<Run> runs) {
    for (int i = 0; i < runs.size(); i++) {
      Run run = runs.get(i);
      Optional<Finding> found = check(run, i);
      if (found.isPresent()) {
        return found.map(finding -> finding.in(WHERE.get(runs.indexOf(run))));
      }
    }
    return Optional.empty();
  }

  private static final List<String> WHERE =
      List.of("near, called as `server`,", "far,", "with another host and port given to it,");

  private Optional<Finding> check(Run run, int step) {
    return switch (run.outcome()) {
      case DONE -> {
        boolean elsewhere = step == ELSEWHERE;
        if (elsewhere && run.printed().contains(greeting)) {
          yield Finding.of("own-address", "it printed the greeting of the first server");
        }
        yield GreetingCheck.check(run, elsewhere ? otherGreeting : greeting);
      }
      case CRASHED -> {
        Optional<Finding> crash = run.outcome().finding(run);
        yield run.err().matches("(?s).*(refused|UnknownHost|gaierror|unreachable).*")
            ? crash.map(finding -> finding.as("own-address"))
            : crash;
      }
      case HANGS ->
          run.outcome()
              .finding(run)
              .map(finding -> finding.as(run.out().contains("from port") ? "waits-on" : "hangs"));
      default -> run.outcome().finding(run);
    };
  }
}
