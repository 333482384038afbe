package nearfar.checker;

import static nearfar.checker.Exercises.ENDINGS;
import static nearfar.checker.Judged.SEED;
import static nearfar.checker.Judged.TIME_OVER;
import static nearfar.checker.Judged.assertFinds;
import static nearfar.checker.Judged.assertPasses;
import static nearfar.checker.Judged.failing;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class EndingsTest {
  private static final Map<String, String> WORDS =
      Map.of(
          "none", "greeted",
          "refused", "refused",
          "reset", "reset",
          "hang", "silent",
          "black-hole", "timeout",
          "truncated", "ended-early");

  private static List<Run> answers(UnaryOperator<String> said) {
    return ENDINGS.drawn(SEED).plan().steps().stream()
        .map(step -> step.link().replaceFirst(".*FAULT=([a-z-]+).*", "$1"))
        .map(fault -> Judged.printing(said.apply(WORDS.get(fault))))
        .toList();
  }

  private static List<Run> with(String other, String inPlaceOf) {
    return answers(word -> word.equals(inPlaceOf) ? other : word);
  }

  @Test
  void allFaultsAreAskedInAnOrderThatIsDrawn() {
    assertEquals(7, answers(word -> word).size());
    List<Step> one = ENDINGS.drawn(1).plan().steps();
    assertEquals(one, ENDINGS.drawn(1).plan().steps());
    assertEquals(false, one.equals(ENDINGS.drawn(2).plan().steps()));
  }

  @Test
  void eachEndHasItsWord() {
    assertPasses(ENDINGS, answers(word -> word));
    assertFinds(
        "one-word-for-all", ENDINGS, answers(word -> word.equals("greeted") ? word : "error"));
    assertFinds("end-is-no-greeting", ENDINGS, with("greeted", "ended-early"));
    assertFinds("which-time-out", ENDINGS, with("timeout", "silent"));
    assertFinds("which-time-out", ENDINGS, with("silent", "timeout"));
    assertFinds("no-such-word", ENDINGS, with("oops", "reset"));
    assertFinds("another-word", ENDINGS, with("refused", "reset"));
    assertFinds("nothing", ENDINGS, with("", "reset"));
    assertFinds("no-time-out", ENDINGS, List.of(failing(TIME_OVER, "")));
    assertFinds("not-caught", ENDINGS, List.of(failing(1, "x.Y: z\n")));
  }
}
