package nearfar.checker;

import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Lesson 2: connect, receive, print, close. */
final class AClient implements Exercise {
  private static final int SECONDS = 10;
  private static final int ELSEWHERE = 2;

  private final String greeting;
  private final String otherGreeting;
  private final int delay;

  AClient(Random random) {
    greeting = Words.few(random);
    otherGreeting = Words.few(random);
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
  public Treatment treatment(int step) {
    return new Treatment(otherGreeting, List.of(Treatment.Act.GREET));
  }

  @Override
  public Optional<Finding> judge(List<Run> runs) {
    for (int i = 0; i < runs.size(); i++) {
      Run run = runs.get(i);
      Optional<Finding> found = judge(run, i);
      if (found.isPresent()) {
        return found.map(finding -> finding.in(WHERE.get(runs.indexOf(run))));
      }
    }
    return Optional.empty();
  }

  private static final List<String> WHERE =
      List.of("near, called as `server`,", "far,", "with another host and port given to it,");

  private Optional<Finding> judge(Run run, int step) {
    return switch (run.ending()) {
      case DONE -> {
        boolean elsewhere = step == ELSEWHERE;
        if (elsewhere && run.printed().contains(greeting)) {
          yield Finding.of("own-address", "it printed the greeting of the first server");
        }
        yield Greeted.check(run, elsewhere ? otherGreeting : greeting);
      }
      case CRASHED -> {
        Optional<Finding> crash = run.ending().finding(run);
        yield run.err().matches("(?s).*(refused|UnknownHost|gaierror|unreachable).*")
            ? crash.map(finding -> finding.as("own-address"))
            : crash;
      }
      case HANGS ->
          run.ending()
              .finding(run)
              .map(finding -> finding.as(run.out().contains("from port") ? "waits-on" : "hangs"));
      default -> run.ending().finding(run);
    };
  }
}
