package nearfar.lab.scenario;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The scenario files that come with the lab. */
class ScenarioFilesTest {
  static final Path FOLDER = Path.of("..", "scenarios");
  private static final String SCHEMA = "# yaml-language-server: $schema=";

  static Stream<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList().stream();
    }
  }

  @TestFactory
  Stream<DynamicTest> eachFileIsGoodAndNamesItsSchemaItsIdeaAndItsControl() throws IOException {
    return files()
        .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> check(file)));
  }

  private static void check(Path file) throws IOException {
    String first = Files.readAllLines(file).getFirst();
    Scenario scenario = ScenarioReader.read(file);
    assertAll(
        () -> assertTrue(first.startsWith(SCHEMA), first),
        () -> assertTrue(Files.exists(FOLDER.resolve(first.substring(SCHEMA.length()))), first),
        () -> assertEquals(file.getFileName().toString(), scenario.name() + ".yaml"),
        () -> assertFalse(scenario.idea().isEmpty(), "an idea"),
        () -> assertNotNull(scenario.control(), "a negative control"));
  }
}
