package nearfar.tests.junit;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import nearfar.tests.support.Command;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What docs/junit.md shows is in files that are compiled and run. */
class DocumentationTest {
  private static final Path SOURCES = Command.sources();

  /** A block of code in a page. */
  record Block(int line, List<String> lines) {}

  @TestFactory
  Stream<DynamicTest> everyBlockOfCodeIsInAFileThatIsRun() throws IOException {
    List<Block> blocks = blocks(Files.readAllLines(SOURCES.resolve("docs/junit.md")));
    List<Path> run = filesThatAreRun();
    assertTrue(blocks.size() >= 3, "blocks of code in docs/junit.md: " + blocks.size());
    return blocks.stream()
        .map(block ->
            DynamicTest.dynamicTest(
                "line " + block.line(),
                () ->
                    assertTrue(
                        run.stream().anyMatch(file -> contains(file, block)),
                        "in none of the files: " + String.join("\n", block.lines()))));
  }

  private static boolean contains(Path file, Block block) {
    try {
      return Collections.indexOfSubList(stripped(Files.readAllLines(file)), block.lines()) >= 0;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static List<Block> blocks(List<String> page) {
    List<Block> blocks = new ArrayList<>();
    boolean code = false;
    for (int i = 0; i < page.size(); i++) {
      String line = page.get(i);
      if (line.startsWith("```")) {
        code = line.equals("```java") || line.equals("```xml");
        if (code) {
          blocks.add(new Block(i + 1, new ArrayList<>()));
        }
      } else if (code) {
        blocks.getLast().lines().add(line.strip());
      }
    }
    return blocks;
  }

  private static List<String> stripped(List<String> lines) {
    return lines.stream().map(String::strip).toList();
  }

  /** The tests of this package, and the example's project. */
  private static List<Path> filesThatAreRun() throws IOException {
    Path tests = SOURCES.resolve("lab-tests/src/test/java/nearfar/tests/junit");
    try (Stream<Path> files = Files.list(tests)) {
      return Stream.concat(files, Stream.of(SOURCES.resolve("examples/pom.xml"))).toList();
    }
  }
}
