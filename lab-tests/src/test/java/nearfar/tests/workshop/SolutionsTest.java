package nearfar.tests.workshop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nearfar.tests.support.Command;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every known solution, right and wrong, in a check. Long: {@code make solutions}. */
@Tag("solutions")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SolutionsTest {
  private static final int LEAST_WRONG = 3;

  private static final String OWN_PART =
      """
        @Test
        void itIsBackOnceTheLineIs(Lab lab, Wan wan) throws IOException {
          wan.cut();
          org.junit.jupiter.api.Assertions.assertThrows(
              java.net.SocketTimeoutException.class, () -> answer(lab.wanAddress()));
          wan.heal();
          assertEquals("welcome", answer(lab.wanAddress()));
        }
      """;

  private final List<String> rows = new ArrayList<>();
  private Checks checks;

  @BeforeAll
  void start() {
    checks = new Checks();
  }

  @AfterAll
  void writeTheTable() throws IOException {
    checks.close();
    List<String> page = new ArrayList<>();
    page.add("| lesson | solution | what the check saw | hint to | after |");
    page.add("|---|---|---|---|---|");
    page.addAll(rows);
    Files.write(Path.of("target/solutions.md"), page);
  }

  static List<Solution> solutions() {
    return Solution.all();
  }

  @Test
  void eachExerciseHasARightSolutionInBothLanguagesAndThreeWrongOnes() {
    for (int lesson : solutions().stream().mapToInt(Solution::lesson).distinct().toArray()) {
      List<Solution> known = solutions().stream().filter(each -> each.lesson() == lesson).toList();
      assertEquals(
          lesson == 8 ? List.of("right.yaml") : List.of("right.java", "right.py"),
          known.stream().filter(Solution::isRight).map(Solution::name).toList());
      assertFalse(known.size() < LEAST_WRONG + 1, "lesson " + lesson + " has " + known);
    }
  }

  @Test
  void aTestOfOnesOwnServicePassesAndWithoutItsCauseFails(@TempDir Path mine) throws IOException {
    Path test = Files.createDirectories(mine.resolve("8")).resolve("MyServiceTest.java");
    String handedOut =
        Files.readString(Command.sources().resolve("workshop/exercises/8/MyServiceTest.java"));
    String right = handedOut.replace("  // Your part:", OWN_PART + "  // Your part:");
    Command trying = Command.make("try", "LESSON=8").with("MINE", mine.toString());
    Files.writeString(test, right);
    Command.Ended held = trying.run();
    assertEquals(0, held.status(), held::toString);
    assertTrue(held.out().contains("─ itIsBackOnceTheLineIs(Lab, Wan) ✔\n"), held::toString);
    Files.writeString(test, right.replace("wan.cut();", ""));
    Command.Ended control = trying.run();
    assertEquals(2, control.status(), control::toString);
    assertTrue(control.out().contains("─ itIsBackOnceTheLineIs(Lab, Wan) ✘ "), control::toString);
  }

  @ParameterizedTest
  @MethodSource("solutions")
  void aRightSolutionPassesAndAWrongOneGetsItsHint(Solution solution, @TempDir Path mine)
      throws IOException {
    Checks.Checked checked = checks.check(solution, mine);
    rows.add(
        String.format(
            Locale.ROOT,
            "| %d | %s | %s | %s | %d s |",
            solution.lesson(),
            solution.isRight() ? "`" + solution.name() + "`" : solution.mistake(),
            solution.isRight()
                ? ""
                : checked.saw().replace("|", "\\|").replace(mine.toString(), "mine"),
            solution.isRight() ? "passed" : "`" + checked.finding().replace(" 1", "") + "`",
            checked.took().toSeconds()));
    if (solution.isRight()) {
      assertEquals(0, checked.ended().status(), checked.ended()::toString);
    } else {
      assertEquals(solution.expectedFinding() + " 1", checked.finding(), checked.ended()::toString);
      assertEquals(1, checked.ended().status(), checked.ended()::toString);
    }
  }
}
