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

  private int checker(String input, String... words) {
    out.reset();
    PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
    byte[] bytes = input.getBytes(StandardCharsets.UTF_8);
    return Main.run(new ByteArrayInputStream(bytes), stream, stream, words);
  }

  private String said() {
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void theSameSeedGivesTheSamePlan() {
    assertEquals(Main.PASSED, checker("", "plan", "--seed=42", "4"));
    String first = said();
    assertTrue(
        first.matches(
            "(?s)most\t100000\ngreeting\t.*\nclient\tlan\t10\t\nclient\twan\t10\tDOWN=.*"),
        first);
    checker("", "plan", "--seed=42", "4");
    assertEquals(first, said());
    checker("", "plan", "--seed=43", "4");
    assertTrue(!first.equals(said()), first);
  }

  @Test
  void hintsGetMoreDirectForTheSameMistakeAndStartAgainForAnother() {
    String run = "0 false 2026-01-01T00:00:00.1Z 2026-01-01T00:00:01Z 0 0 0\n";
    assertEquals(Main.NOT_PASSED, checker(run, "verdict", "--seed=1", "--last=nothing 1", "2"));
    assertTrue(said().contains("step\t2 of 3\nlast\tnothing 2\n"), said());
    checker(run, "verdict", "--seed=1", "--last=nothing 9", "2");
    assertTrue(said().contains("step\t3 of 3\nlast\tnothing 10\n"), said());
    for (String other : new String[] {"hangs 2", "", "rubbish", "nothing x"}) {
      checker(run, "verdict", "--seed=1", "--last=" + other, "2");
      assertTrue(said().contains("step\t1 of 3\nlast\tnothing 1\n"), said());
    }
  }

  @Test
  void aWrongLessonSeedOrRecordIsRejected() {
    assertEquals(Main.WRONG_USAGE, checker("", "plan", "--seed=1", "9"));
    assertTrue(said().contains("\"9\" is not a lesson"), said());
    assertEquals(Main.WRONG_USAGE, checker("", "plan", "4"));
    assertEquals(Main.WRONG_USAGE, checker("", "plan", "--seed=x", "4"));
    assertEquals(Main.WRONG_USAGE, checker("one two\n", "verdict", "--seed=1", "4"));
    assertEquals(Main.WRONG_USAGE, checker("", "verdict", "--seed=1", "4"));
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
  void trainingChecksEveryExercise() {
    assertEquals(Main.PASSED, checker("", "train-aot"), this::said);
  }
}
