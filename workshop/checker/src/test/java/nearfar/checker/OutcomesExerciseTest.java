package nearfar.checker;

import static nearfar.checker.Exercises.OUTCOMES;
import static nearfar.checker.SampleRuns.SEED;
import static nearfar.checker.SampleRuns.TIMED_OUT;
import static nearfar.checker.SampleRuns.assertFinds;
import static nearfar.checker.SampleRuns.assertPasses;
import static nearfar.checker.SampleRuns.failing;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class OutcomesExerciseTest {
  private static final Map<String, String> WORDS =
      Map.of(
          "none", "greeted",
          "refused", "refused",
          "reset", "reset",
          "hang", "silent",
          "black-hole", "timeout",
          "truncated", "ended-early");

  private static List<Run> answers(UnaryOperator<String> said) {
    return OUTCOMES.draw(SEED).plan().steps().stream()
        .map(step -> step.link().replaceFirst(".*FAULT=([a-z-]+).*", "$1"))
        .map(fault -> SampleRuns.printing(said.apply(WORDS.get(fault))))
        .toList();
  }

  private static List<Run> with(String other, String inPlaceOf) {
    return answers(word -> word.equals(inPlaceOf) ? other : word);
  }

  @Test
  void theCheckHasAllFaultsInARandomOrder() {
    assertEquals(7, answers(word -> word).size());
    List<Step> one = OUTCOMES.draw(1).plan().steps();
    assertEquals(one, OUTCOMES.draw(1).plan().steps());
    assertEquals(false, one.equals(OUTCOMES.draw(2).plan().steps()));
  }

  @Test
  void eachOutcomeHasItsWord() {
    assertPasses(OUTCOMES, answers(word -> word));
    assertFinds(
        "one-word-for-all", OUTCOMES, answers(word -> word.equals("greeted") ? word : "error"));
    assertFinds("end-is-no-greeting", OUTCOMES, with("greeted", "ended-early"));
    assertFinds("which-time-out", OUTCOMES, with("timeout", "silent"));
    assertFinds("which-time-out", OUTCOMES, with("silent", "timeout"));
    assertFinds("no-such-word", OUTCOMES, with("oops", "reset"));
    assertFinds("another-word", OUTCOMES, with("refused", "reset"));
    assertFinds("nothing", OUTCOMES, with("", "reset"));
    assertFinds("no-time-out", OUTCOMES, List.of(failing(TIMED_OUT, "")));
    assertFinds("not-caught", OUTCOMES, List.of(failing(1, "x.Y: z\n")));
  }
}
