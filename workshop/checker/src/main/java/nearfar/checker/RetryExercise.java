package nearfar.checker;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Lesson 7: a client tries again, with pauses that grow and differ, and gives up. */
final class RetryExercise implements Exercise {
  static final int MOST_ATTEMPTS = 6;
  static final int LEAST_ATTEMPTS = 4;
  private static final int MOST_SECONDS = 15;
  private static final int SECONDS_TO_START = 4;
  private static final int SECONDS = 20;

  /** A pause this short does not give a broken server time to recover. */
  private static final long TIGHT_MILLIS = 30;

  /** How much equal pauses may differ on a busy machine; for short pauses, this share of them. */
  private static final long SAME_MILLIS = 80;

  private static final double SAME_SHARE_OF_SHORT = 0.3;
  private static final double SAME_SHARE = 0.1;
  private static final double LEAST_GROWTH = 1.5;

  private static final int NEVER_GREETED_RUNS = 3;

  private final String greeting;
  private final String otherGreeting;
  private final String link;
  private final List<ServerScript.Act> acts = new ArrayList<>();

  RetryExercise(Random random) {
    greeting = RandomGreetings.few(random);
    otherGreeting = RandomGreetings.few(random);
    link =
        "DOWN=%dms FAULT=flapping:%dms"
            .formatted(random.nextInt(5, 50), random.nextInt(400, 700) * 2);
    acts.add(ServerScript.Act.SILENCE);
    acts.add(random.nextBoolean() ? ServerScript.Act.RESET : ServerScript.Act.CLOSE);
    Collections.shuffle(acts, random);
    acts.add(ServerScript.Act.GREET);
  }

  @Override
  public Plan plan() {
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i <= NEVER_GREETED_RUNS; i++) {
      steps.add(Step.served(SECONDS));
    }
    steps.add(Step.far(link, SECONDS));
    return new Plan(greeting, steps);
  }

  @Override
  public ServerScript serverScript(int step) {
    return new ServerScript(otherGreeting, step == 0 ? acts : List.of(ServerScript.Act.RESET));
  }

  @Override
  public Optional<Finding> check(List<Run> runs) {
    for (Run run : runs) {
      Optional<Finding> found = general(run);
      if (found.isPresent()) {
        return found;
      }
    }
    return greetedLate(runs.getFirst())
        .or(() -> neverGreeted(runs.stream().skip(1).limit(NEVER_GREETED_RUNS).toList()))
        .or(() -> flapping(runs));
  }

  private static Optional<Finding> general(Run run) {
    if (run.outcome() == RunOutcome.CHATTY && Attempts.of(run).count() > MOST_ATTEMPTS) {
      return Optional.empty(); // the number of attempts is what is wrong, not the output
    }
    return switch (run.outcome()) {
      case CHATTY, OUT_OF_MEMORY, NOT_COMPILED, NOT_STARTED -> run.outcome().finding(run);
      case DONE, HANGS, CRASHED -> Optional.empty();
    };
  }

  private Optional<Finding> greetedLate(Run run) {
    int attempts = Attempts.of(run).count();
    String where = "at a server that fails twice and then greets,";
    if (run.outcome() == RunOutcome.DONE && !run.printed().isBlank()) {
      return GreetingCheck.check(run, otherGreeting).map(finding -> finding.in(where));
    }
    if (attempts == 0) {
      return Finding.of("no-attempt", where + " it did not even connect");
    }
    String saw = "%s it connected %s, and ".formatted(where, times(attempts));
    if (run.outcome() == RunOutcome.HANGS) {
      boolean waiting = attempts < acts.size();
      return Finding.of(
          waiting ? "no-time-out" : "hangs", saw + "still waited after " + SECONDS + " s");
    }
    if (attempts == 1) {
      return Finding.of("gave-up-after-one", saw + "gave up");
    }
    if (attempts < acts.size()) {
      return Finding.of("gave-up-early", saw + "gave up");
    }
    return run.outcome() == RunOutcome.CRASHED
        ? run.outcome().finding(run).map(finding -> finding.in(where))
        : Finding.of("nothing", saw + "printed nothing");
  }

  private static Optional<Finding> neverGreeted(List<Run> runs) {
    List<Attempts> all = runs.stream().map(Attempts::of).toList();
    for (int i = 0; i < runs.size(); i++) {
      Optional<Finding> found =
          neverGreeted(runs.get(i), all.get(i))
              .map(finding -> finding.in("at a server that never greets,"));
      if (found.isPresent()) {
        return found;
      }
    }
    String saw =
        "in three runs its pauses were "
            + all.stream().map(RetryExercise::inWords).collect(Collectors.joining("; "));
    int pauses = all.stream().mapToInt(Attempts::count).min().orElse(0) - 1;
    long same = IntStream.range(0, pauses).filter(i -> same(all, i)).count();
    if (same >= Math.max(pauses - 1, LEAST_ATTEMPTS - 1) || same == pauses) {
      return Finding.of("no-jitter", saw);
    }
    double first = all.stream().mapToLong(each -> each.pauses().getFirst()).average().orElse(0);
    double last = all.stream().mapToLong(each -> each.pauses().getLast()).average().orElse(0);
    return last < LEAST_GROWTH * first ? Finding.of("no-backoff", saw) : Optional.empty();
  }

  private static Optional<Finding> neverGreeted(Run run, Attempts attempts) {
    int count = attempts.count();
    String came = "it connected " + times(count);
    long[] pauses = attempts.pauses().stream().mapToLong(Long::longValue).sorted().toArray();
    if (pauses.length > 1 && pauses[pauses.length / 2] < TIGHT_MILLIS) {
      return Finding.of(
          "tight-loop", "%s, mostly %d ms apart".formatted(came, pauses[pauses.length / 2]));
    }
    if (count > MOST_ATTEMPTS || run.outcome() == RunOutcome.HANGS) {
      return Finding.of(
          "never-gives-up",
          run.outcome() == RunOutcome.HANGS
              ? "%s, and had not given up after %d s".formatted(came, SECONDS)
              : came);
    }
    if (run.took().toSeconds() > MOST_SECONDS + SECONDS_TO_START) {
      return Finding.of("never-gives-up", "%s, for %d s".formatted(came, run.took().toSeconds()));
    }
    if (count < LEAST_ATTEMPTS) {
      return Finding.of(count == 1 ? "gave-up-after-one" : "gave-up-early", came);
    }
    if (!run.printed().isBlank()) {
      return Finding.of("another-text", "it printed " + QuotedOutput.of(run.printed()));
    }
    return run.status() == 1
        ? Optional.empty()
        : Finding.of("status", "it ended with status " + run.status());
  }

  private static boolean same(List<Attempts> all, int pause) {
    LongStream lengths = all.stream().mapToLong(each -> each.pauses().get(pause));
    long[] sorted = lengths.sorted().toArray();
    long longest = sorted[sorted.length - 1];
    double noise = Math.min(SAME_MILLIS, SAME_SHARE_OF_SHORT * longest);
    return longest - sorted[0] <= Math.max(noise, SAME_SHARE * longest);
  }

  private Optional<Finding> flapping(List<Run> runs) {
    if (runs.size() <= NEVER_GREETED_RUNS + 1) {
      return Optional.empty();
    }
    Run run = runs.getLast();
    String where = "over a link that comes and goes,";
    if (run.outcome() == RunOutcome.DONE) {
      return GreetingCheck.check(run, greeting).map(finding -> finding.in(where));
    }
    return Finding.of("not-through", "%s it ended with status %d".formatted(where, run.status()));
  }

  private static String inWords(Attempts attempts) {
    return attempts.pauses().stream().map(String::valueOf).collect(Collectors.joining(", "))
        + " ms";
  }

  private static String times(int count) {
    return count == 1 ? "once" : count + " times";
  }
}
