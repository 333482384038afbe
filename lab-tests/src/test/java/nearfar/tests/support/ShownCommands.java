package nearfar.tests.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** The console blocks of a page, run in order: each command prints the output shown below it. */
public final class ShownCommands {
  private static final String PROMPT = "$ ";

  /** A command of a console block, and the lines that the page shows below it. */
  public record Shown(String command, List<String> output) {}

  private ShownCommands() {}

  /**
   * One test per command, all on one lab, which is removed after the last test.
   *
   * @param page its path, relative to the folder of the sources
   * @param atLeast the least number of commands; a page that is parsed wrongly has fewer and fails
   */
  public static Stream<DynamicTest> of(String page, int atLeast) throws IOException {
    List<Shown> all = shown(Files.readAllLines(Command.sources().resolve(page)));
    assertTrue(all.size() >= atLeast, "commands in " + page + ": " + all.size());
    CommandLab lab = new CommandLab().with("INTERVAL", null);
    return all.stream()
        .map(each -> DynamicTest.dynamicTest(each.command(), () -> run(lab, each)))
        .onClose(lab::close);
  }

  private static void run(CommandLab lab, Shown shown) {
    Command.Ended ended = lab.command("sh", "-c", atItsOwnDoors(lab, shown.command())).run();
    assertEquals(0, ended.status(), ended.toString());
    List<String> said = normalized(ended.out().lines().toList());
    for (String line : normalized(shown.output())) {
      int at = said.indexOf(line);
      assertFalse(at < 0, "not said: " + line + "\nbut:\n" + String.join("\n", said));
      said = said.subList(at + 1, said.size());
    }
  }

  private static String atItsOwnDoors(CommandLab lab, String command) {
    return command
        .replace(" 4444", " " + lab.addresses().lanPort())
        .replace(" 4445", " " + lab.addresses().wanPort());
  }

  private static List<Shown> shown(List<String> readme) {
    List<Shown> all = new ArrayList<>();
    boolean console = false;
    for (String line : readme) {
      if (line.startsWith("```")) {
        console = line.equals("```console");
      } else if (console && line.startsWith(PROMPT)) {
        all.add(new Shown(line.substring(PROMPT.length()), new ArrayList<>()));
      } else if (console && !line.isBlank()) {
        all.getLast().output().add(line);
      }
    }
    return all;
  }

  /**
   * Removes parts that differ from run to run: numbers, names of labs, and the padding of columns.
   */
  private static List<String> normalized(List<String> lines) {
    return lines.stream()
        .filter(line -> !line.isBlank())
        .map(line ->
            line.replaceAll("(?<=127\\.0\\.0\\.1:)\\d+", "PORT")
                .replaceAll("[0-9.]+(?= (?:ms|s|times)\\b)", "N")
                .replaceAll("(docker) +[0-9.]+", "$1 N")
                .replaceAll("^(  (?:lan|wan)\\b.*-\\d+) +\\d+ +\\d+", "$1 N N")
                .replaceAll("'[^']*' is removed", "'LAB' is removed")
                .replaceAll(" +", " ")
                .strip())
        .toList();
  }
}
