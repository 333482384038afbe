package nearfar.checker;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Lesson 3: a server greets each client, near and far, and closes. */
final class ServerExercise implements Exercise {
  private static final int SECONDS = 60;
  private static final int STILL_RAN = 137;

  private final String greeting;
  private final String link;

  ServerExercise(Random random) {
    greeting = RandomGreetings.few(random);
    link = "DOWN=%dms UP=%dms".formatted(random.nextInt(20, 200), random.nextInt(20, 200));
  }

  @Override
  public Plan plan() {
    Step step = new Step(Step.Kind.SERVER, "lan", link, Duration.ofSeconds(SECONDS));
    return new Plan(greeting, List.of(step));
  }

  @Override
  public Optional<Finding> check(List<Run> runs) {
    Run run = runs.getFirst();
    List<Call> calls = run.received().lines().map(Call::parse).toList();
    boolean greetedAny =
        calls.stream()
            .anyMatch(call -> call.result() == Call.Result.GREETED && !call.atDefaultPort());
    RunOutcome outcome = run.outcome();
    if (outcome == RunOutcome.DONE) {
      return greetedAny
          ? Finding.of("one-client-only", "it greeted a client, and then it ended by itself")
          : Finding.of("ends-at-once", "it ended by itself without greeting a client");
    }
    if (outcome == RunOutcome.CRASHED && calls.stream().anyMatch(Call::gotNoEnd)) {
      // The crash may have come when a waiting client went away.
      return calls.stream()
          .filter(Call::gotNoEnd)
          .findFirst()
          .flatMap(call -> check(call, calls, greetedAny));
    }
    if (run.status() != STILL_RAN || outcome != RunOutcome.HANGS) {
      return outcome.finding(run);
    }
    if (calls.isEmpty()) {
      return Finding.of("says-nothing", "no client could connect to it");
    }
    for (Call call : calls) {
      Optional<Finding> found = check(call, calls, greetedAny);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static Optional<Finding> check(Call call, List<Call> calls, boolean greetedAny) {
    return switch (call.result()) {
      case GREETED ->
          call.text().endsWith("\n")
              ? Optional.empty()
              : Finding.of(
                  "no-line-feed",
                  "it sent %s, without a line feed".formatted(QuotedOutput.of(call.text())));
      case NO_END ->
          Finding.of(
              "never-closes",
              "it sent %s, and did not close the connection"
                  .formatted(QuotedOutput.of(call.text())));
      case REFUSED -> {
        if (greetedAny) {
          yield Finding.of("one-client-only", "it greeted a client, and then refused the next");
        }
        boolean elsewhere =
            calls.stream()
                .anyMatch(other -> other.atDefaultPort() && other.result() != Call.Result.REFUSED);
        yield elsewhere
            ? Finding.of("own-port", "it listens on port 4444, and was given another port")
            : Finding.of("only-loopback", "it runs, and refused every client");
      }
      case EMPTY, SILENT -> {
        if (greetedAny) {
          yield Finding.of(
              "waits-for-one", "while one client stays connected and silent, it greets no other");
        }
        yield Finding.of(
            "says-nothing",
            call.result() == Call.Result.SILENT
                ? "it accepted a client, and sent no byte"
                : "the connection ended without a byte");
      }
    };
  }
}
