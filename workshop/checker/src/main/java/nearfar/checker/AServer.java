package nearfar.checker;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Lesson 3: greets whoever comes, near and far, and closes. */
final class AServer implements Exercise {
  private static final int SECONDS = 60;
  private static final int STILL_RAN = 137;

  private final String greeting;
  private final String link;

  AServer(Random random) {
    greeting = Words.few(random);
    link = "DOWN=%dms UP=%dms".formatted(random.nextInt(20, 200), random.nextInt(20, 200));
  }

  @Override
  public Plan plan() {
    Step step = new Step(Step.Kind.SERVER, "lan", link, Duration.ofSeconds(SECONDS));
    return new Plan(greeting, List.of(step));
  }

  @Override
  public Optional<Finding> judge(List<Run> runs) {
    Run run = runs.getFirst();
    List<Call> calls = run.heard().lines().map(Call::parse).toList();
    boolean greetedAny =
        calls.stream()
            .anyMatch(call -> call.result() == Call.Result.GREETED && !call.atTheUsualPort());
    Ending ending = run.ending();
    if (ending == Ending.DONE) {
      return greetedAny
          ? Finding.of("one-client-only", "it greeted somebody, and then it ended by itself")
          : Finding.of("ends-at-once", "it ended by itself, and had greeted nobody");
    }
    if (ending == Ending.CRASHED && calls.stream().anyMatch(Call::gotNoEnd)) {
      // Clients that were kept waiting went away, and that may have been its end.
      return calls.stream()
          .filter(Call::gotNoEnd)
          .findFirst()
          .flatMap(call -> judge(call, calls, greetedAny));
    }
    if (run.status() != STILL_RAN || ending != Ending.HANGS) {
      return ending.finding(run);
    }
    if (calls.isEmpty()) {
      return Finding.of("says-nothing", "nobody could call it");
    }
    for (Call call : calls) {
      Optional<Finding> found = judge(call, calls, greetedAny);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static Optional<Finding> judge(Call call, List<Call> calls, boolean greetedAny) {
    return switch (call.result()) {
      case GREETED ->
          call.text().endsWith("\n")
              ? Optional.empty()
              : Finding.of(
                  "no-line-feed",
                  "it said %s, without a line feed".formatted(Quote.of(call.text())));
      case NO_END ->
          Finding.of(
              "never-closes", "it said %s, and no end came".formatted(Quote.of(call.text())));
      case REFUSED -> {
        if (greetedAny) {
          yield Finding.of("one-client-only", "somebody was greeted, and then nobody was let in");
        }
        boolean elsewhere =
            calls.stream()
                .anyMatch(other -> other.atTheUsualPort() && other.result() != Call.Result.REFUSED);
        yield elsewhere
            ? Finding.of("own-port", "it listens at 4444, and was given another port")
            : Finding.of("only-loopback", "it runs, and whoever called it was refused");
      }
      case EMPTY, SILENT -> {
        if (greetedAny) {
          yield Finding.of(
              "waits-for-one",
              "it greets one after the other, and beside a client that stays connected and says"
                  + " nothing, nobody else was greeted");
        }
        yield Finding.of(
            "says-nothing",
            call.result() == Call.Result.SILENT
                ? "a client was let in, and not a byte came"
                : "the connection ended without a byte");
      }
    };
  }
}
