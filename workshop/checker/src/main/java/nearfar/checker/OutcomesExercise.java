package nearfar.checker;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Lesson 6: a client prints one word for how the exchange ended. */
final class OutcomesExercise implements Exercise {
  private static final int SECONDS = 10;

  private enum Word {
    GREETED,
    REFUSED,
    RESET,
    SILENT,
    TIMEOUT,
    ENDED_EARLY;

    String text() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  private record Case(Word word, String link, String where) {}

  private static final Set<String> WORDS =
      Stream.of(Word.values()).map(Word::text).collect(Collectors.toUnmodifiableSet());

  private final String greeting;
  private final List<Case> cases;

  OutcomesExercise(Random random) {
    greeting = RandomGreetings.few(random);
    List<Case> drawn = new ArrayList<>();
    int delay = random.nextInt(10, 100);
    String link = "DOWN=%dms FAULT=".formatted(delay);
    drawn.add(new Case(Word.GREETED, link + "none", "where nothing was wrong"));
    drawn.add(new Case(Word.REFUSED, link + "refused", "where no program listened"));
    drawn.add(new Case(Word.RESET, link + "reset", "where the connection was reset"));
    drawn.add(new Case(Word.SILENT, link + "hang", "where the server accepted and sent nothing"));
    drawn.add(new Case(Word.TIMEOUT, link + "black-hole", "where no host answered"));
    drawn.add(new Case(Word.ENDED_EARLY, link + "truncated:0", "where the end came before a byte"));
    drawn.add(
        new Case(
            Word.ENDED_EARLY,
            link + "truncated:" + random.nextInt(3, 15),
            "where the end came within the greeting"));
    Collections.shuffle(drawn, random);
    cases = List.copyOf(drawn);
  }

  @Override
  public Plan plan() {
    return new Plan(greeting, cases.stream().map(each -> Step.far(each.link(), SECONDS)).toList());
  }

  @Override
  public Optional<Finding> check(List<Run> runs) {
    Set<String> ofFailures =
        IntStream.range(0, runs.size())
            .filter(i ->
                cases.get(i).word() != Word.GREETED && runs.get(i).outcome() == RunOutcome.DONE)
            .mapToObj(i -> runs.get(i).printed().strip())
            .collect(Collectors.toSet());
    boolean several = cases.stream().limit(runs.size()).map(Case::word).distinct().count() > 2;
    for (int i = 0; i < runs.size(); i++) {
      Case expected = cases.get(i);
      Optional<Finding> found = check(runs.get(i), expected.word());
      if (found.isPresent()) {
        String saw = expected.where() + ", " + found.get().saw();
        boolean one = several && ofFailures.size() == 1 && runs.get(i).outcome() == RunOutcome.DONE;
        return Optional.of(new Finding(one ? "one-word-for-all" : found.get().key(), saw));
      }
    }
    return Optional.empty();
  }

  private static Optional<Finding> check(Run run, Word expected) {
    Optional<Finding> ended = run.outcome().finding(run);
    if (ended.isPresent()) {
      return ended.map(finding ->
          switch (run.outcome()) {
            case HANGS -> finding.as("no-time-out");
            case CRASHED -> finding.as("not-caught");
            default -> finding;
          });
    }
    String word = run.printed().strip();
    if (word.equals(expected.text())) {
      return Optional.empty();
    }
    return Finding.of(mistake(word, expected), "it printed %s".formatted(QuotedOutput.of(word)));
  }

  private static String mistake(String word, Word expected) {
    if (word.isEmpty()) {
      return "nothing";
    }
    if (!WORDS.contains(word)) {
      return "no-such-word";
    }
    if (expected == Word.ENDED_EARLY && word.equals(Word.GREETED.text())) {
      return "end-is-no-greeting";
    }
    Set<String> late = Set.of(Word.SILENT.text(), Word.TIMEOUT.text());
    return late.contains(word) && late.contains(expected.text())
        ? "which-time-out"
        : "another-word";
  }
}
