package nearfar.tests.hardening;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/internals/hardening.md lists every item of the benchmark, and calls tested what is. */
class HardeningPageTest {
  private static final Path PAGE = Path.of("..", "docs", "internals", "hardening.md");
  private static final Path SCRIPTS = Path.of("..", "scripts");
  private static final Pattern ROW =
      Pattern.compile(
          "^\\| ([45]\\.\\d+|[a-z0-9]+) \\| [^|]+ \\| (tested|differs|no test|not the lab's) \\|",
          Pattern.MULTILINE);

  /** {@link HardeningImagesTest}, and the scripts below. */
  private static final Set<String> ELSEWHERE =
      Set.of("4.3", "4.7", "4.8", "4.9", "4.10", "5.7", "5.23", "5.24");

  @Test
  void everyItemOfBothSectionsIsThereOnce() throws IOException {
    List<String> expected =
        Stream.concat(
                IntStream.rangeClosed(1, 12).mapToObj(item -> "4." + item),
                IntStream.rangeClosed(1, 32).mapToObj(item -> "5." + item))
            .toList();
    assertEquals(
        expected, rows().stream().map(row -> row.group(1)).filter(id -> id.contains(".")).toList());
  }

  @Test
  void whatIsCalledTestedIs() throws IOException {
    Set<String> tested = ids(word -> word.equals("tested") || word.equals("differs"));
    Set<String> expected = new TreeSet<>(ELSEWHERE);
    Stream.of(HardeningItem.values()).map(HardeningItem::id).forEach(expected::add);
    assertEquals(expected, tested);
  }

  @Test
  void noScriptEntersAContainerAsRootOrPrivileged() throws IOException {
    try (Stream<Path> scripts = Files.walk(SCRIPTS)) {
      List<Path> files = scripts.filter(Files::isRegularFile).toList();
      assertTrue(files.size() > 40, files::toString);
      for (Path script : files) {
        assertEquals(
            List.of(),
            Files.readString(script)
                .lines()
                .filter(line -> line.matches(".*\\bexec\\b.*(--privileged|--user|-u )\\b.*"))
                .toList(),
            script::toString);
      }
    }
  }

  private static Set<String> ids(Predicate<String> words) throws IOException {
    return rows().stream()
        .filter(row -> words.test(row.group(2)))
        .map(row -> row.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<MatchResult> rows() throws IOException {
    return ROW.matcher(Files.readString(PAGE)).results().toList();
  }
}
