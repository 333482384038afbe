package nearfar.lab.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** docs/scenario-files.md says what the reader says. */
class ScenarioDocsTest {
  private static final Path PAGE = Path.of("..", "docs", "scenario-files.md");
  private static final Pattern YAML = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);
  private static final Pattern WRONG =
      Pattern.compile("```yaml\n# (wrong.yaml)\n(.*?)```\n\n```\n(.*?)```", Pattern.DOTALL);
  private static final Pattern LISTED =
      Pattern.compile(
          "^\\| \\[([a-z-]+[.]yaml)]\\(\\.\\./scenarios/\\1\\) \\| (.*) \\|$", Pattern.MULTILINE);

  /** What an example leaves out, as it is about something else. */
  private static final Map<String, String> LEFT_OUT =
      new TreeMap<>(
          Map.of(
              "name",
              "name: example",
              "length",
              "length: 8s",
              "clients",
              "clients: { far: 2 }",
              "expect",
              "expect: [{ name: everyone is greeted, greeted: everyone }]",
              "timeline",
              """
              timeline:
                - { at: 1s, name: line-cut, link: cut }
                - { at: 3s, name: healed, link: heal }\
              """));

  private static String page() throws IOException {
    return Files.readString(PAGE);
  }

  @TestFactory
  Stream<DynamicTest> everyExampleIsAScenarioOrAPartOfOne() throws IOException {
    List<String> examples =
        YAML.matcher(page())
            .results()
            .map(block -> block.group(1))
            .filter(block -> !block.startsWith("# wrong.yaml"))
            .toList();
    assertTrue(examples.size() >= 7, "examples: " + examples.size());
    return examples.stream()
        .map(example ->
            DynamicTest.dynamicTest(
                example.lines().findFirst().orElseThrow(),
                () -> ScenarioReader.read("example.yaml", completed(example))));
  }

  private static String completed(String example) {
    return LEFT_OUT.entrySet().stream()
        .filter(field -> !Pattern.compile("(?m)^" + field.getKey() + ":").matcher(example).find())
        .map(Map.Entry::getValue)
        .collect(Collectors.joining("\n", example, "\n"));
  }

  @Test
  void theWrongFileIsSaidToBeWrongInTheWordsThatThePageShows() throws IOException {
    MatchResult shown = WRONG.matcher(page()).results().findFirst().orElseThrow();
    String yaml = "# wrong.yaml\n" + shown.group(2);
    ScenarioErrors errors =
        assertThrows(ScenarioErrors.class, () -> ScenarioReader.read(shown.group(1), yaml));
    assertEquals(shown.group(3).strip(), errors.getMessage());
  }

  @Test
  void thePageListsEveryScenarioWithItsIdea() throws IOException {
    Map<String, String> listed =
        LISTED
            .matcher(page())
            .results()
            .collect(Collectors.toMap(row -> row.group(1), row -> row.group(2)));
    Map<String, String> ideas =
        ScenarioFilesTest.files()
            .collect(
                Collectors.toMap(
                    file -> file.getFileName().toString(),
                    file -> ScenarioReader.read(file).idea()));
    assertEquals(
        new TreeMap<>(ideas).toString().replace(", ", ",\n"),
        new TreeMap<>(listed).toString().replace(", ", ",\n"));
  }
}
