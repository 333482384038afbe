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
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nearfar.tests.support.Command;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The workshop's pages, without running what they show. */
class LessonPagesTest {
  private static final Path WORKSHOP = Command.sources().resolve("workshop");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#]*)(?:#([^)]*))?\\)");

  @Test
  void thereAreEightLessonsAndEachShowsSomethingWithTolerancesThatFit() throws IOException {
    List<Lesson> lessons = Lesson.all(WORKSHOP);
    assertEquals(8, lessons.size());
    lessons.forEach(lesson -> assertFalse(lesson.steps().isEmpty(), lesson::name));
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
