package nearfar.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A walk through all lessons, in one lab: each command says what is shown below it. */
@Order(1)
class LessonsTest {
  private static final Path WORKSHOP = Command.sources().resolve("workshop");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#]*)(?:#([^)]*))?\\)");

  @TestFactory
  Stream<DynamicTest> everyCommandOfALessonSaysWhatIsShownBelowIt() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    CommandLab lab = new CommandLab().with("INTERVAL", null);
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
    assertEquals(
        List.of(),
        step.output().differencesFrom(ended.out().lines().toList(), isBusy()),
        () -> ended.toString());
  }

  /** Whether more wants to run than there are processors for, such as all tests at once. */
  private static boolean isBusy() {
    OperatingSystemMXBean system = ManagementFactory.getOperatingSystemMXBean();
    return system.getSystemLoadAverage() > 0.75 * system.getAvailableProcessors();
  }

  @Test
  void thereAreEightLessons() throws IOException {
    assertEquals(8, Lesson.all(WORKSHOP).size());
  }

  @Test
  void everyLinkOfTheWorkshopLeadsSomewhere() throws IOException {
    List<Path> pages;
    try (Stream<Path> files = Files.list(WORKSHOP)) {
      pages = files.filter(file -> file.toString().endsWith(".md")).toList();
    }
    assertTrue(pages.size() >= 10, pages::toString);
    List<String> broken = new ArrayList<>();
    for (Path page : pages) {
      LINK.matcher(Files.readString(page))
          .results()
          .filter(link -> !leadsSomewhere(page, link.group(1), link.group(2)))
          .forEach(link -> broken.add(page.getFileName() + " " + link.group()));
    }
    assertEquals(List.of(), broken);
  }

  private static boolean leadsSomewhere(Path page, String target, @Nullable String heading) {
    Path file = target.isEmpty() ? page : page.resolveSibling(target);
    if (!Files.exists(file)) {
      return false;
    }
    try {
      return heading == null || headings(file).contains(heading);
    } catch (IOException unreadable) {
      return false;
    }
  }

  private static List<String> headings(Path file) throws IOException {
    return Files.readAllLines(file).stream()
        .filter(line -> line.startsWith("#"))
        .map(line ->
            line.replaceFirst("^#+ ", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N} _-]", "")
                .replace(' ', '-'))
        .toList();
  }
}
