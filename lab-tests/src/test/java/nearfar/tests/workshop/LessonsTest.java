package nearfar.tests.workshop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nearfar.tests.support.Command;
import nearfar.tests.support.CommandLab;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * A walk through all lessons, in one lab: each command says what is shown below it. {@code make
 * walk}: beside other tests a lab has figures that are no attendee's.
 */
@Tag("walk")
class LessonsTest {
  private static final Path WORKSHOP = Command.sources().resolve("workshop");

  @TempDir private static Path mine;

  @TestFactory
  Stream<DynamicTest> everyCommandOfALessonSaysWhatIsShownBelowIt() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    CommandLab lab = new CommandLab().with("INTERVAL", null).with("MINE", mine.toString());
    for (Lesson lesson : Lesson.all(WORKSHOP)) {
      assertFalse(lesson.steps().isEmpty(), lesson.name() + " shows nothing");
      for (Lesson.Step step : lesson.steps()) {
        tests.add(
            DynamicTest.dynamicTest(lesson.name() + ": " + step.command(), () -> run(lab, step)));
      }
    }
    return tests.stream().onClose(lab::close);
  }

  private static void run(CommandLab lab, Lesson.Step step) {
    Command.Ended ended = lab.command("sh", "-c", step.command()).run();
    assertEquals(List.of(), step.differencesFrom(ended), ended::toString);
  }
}
