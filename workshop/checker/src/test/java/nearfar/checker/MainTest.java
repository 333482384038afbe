package nearfar.checker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class MainTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private int judge(String input, String... words) {
    out.reset();
    PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
    byte[] bytes = input.getBytes(StandardCharsets.UTF_8);
    return Main.run(new ByteArrayInputStream(bytes), stream, stream, words);
  }

  private String said() {
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void aPlanIsTheSameAsLongAsTheSeedIs() {
    assertEquals(Main.PASSED, judge("", "plan", "--seed=42", "4"));
    String first = said();
    assertTrue(
        first.matches(
            "(?s)most\t100000\ngreeting\t.*\nclient\tlan\t10\t\nclient\twan\t10\tDOWN=.*"),
        first);
    judge("", "plan", "--seed=42", "4");
    assertEquals(first, said());
    judge("", "plan", "--seed=43", "4");
    assertTrue(!first.equals(said()), first);
  }

  @Test
  void hintsGetMoreDirectForTheSameMistakeAndBeginAnewForAnother() {
    String run = "0 false 2026-01-01T00:00:00.1Z 2026-01-01T00:00:01Z 0 0 0\n";
    assertEquals(Main.NOT_PASSED, judge(run, "verdict", "--seed=1", "--asked=nothing 1", "2"));
    assertTrue(said().contains("step\t2 of 3\nasked\tnothing 2\n"), said());
    judge(run, "verdict", "--seed=1", "--asked=nothing 9", "2");
    assertTrue(said().contains("step\t3 of 3\nasked\tnothing 10\n"), said());
    for (String other : new String[] {"hangs 2", "", "rubbish", "nothing x"}) {
      judge(run, "verdict", "--seed=1", "--asked=" + other, "2");
      assertTrue(said().contains("step\t1 of 3\nasked\tnothing 1\n"), said());
    }
  }

  @Test
  void whatIsNoLessonNoSeedOrNoRecordIsRefused() {
    assertEquals(Main.WRONG_USAGE, judge("", "plan", "--seed=1", "9"));
    assertTrue(said().contains("\"9\" is no lesson"), said());
    assertEquals(Main.WRONG_USAGE, judge("", "plan", "4"));
    assertEquals(Main.WRONG_USAGE, judge("", "plan", "--seed=x", "4"));
    assertEquals(Main.WRONG_USAGE, judge("one two\n", "verdict", "--seed=1", "4"));
    assertEquals(Main.WRONG_USAGE, judge("", "verdict", "--seed=1", "4"));
  }

  @Test
  void everyHintComesInThreeSteps() {
    for (Exercises exercise : Exercises.values()) {
      Hints.of(exercise)
          .all()
          .forEach((key, hints) -> assertEquals(Hints.STEPS, hints.size(), key));
    }
  }

  @Test
  void allIsRehearsed() {
    assertEquals(Main.PASSED, judge("", "train-aot"), this::said);
  }
}
