package nearfar.tests.workshop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import nearfar.tests.support.Command;
import nearfar.tests.support.ShownOutput;
import org.jspecify.annotations.Nullable;

/**
 * A page of the workshop.
 *
 * @param path its path
 * @param steps its console blocks, in order
 */
public record Lesson(Path path, List<Step> steps) {
  private static final String PROMPT = "$ ";

  /** One command of a page, and the output shown below it. */
  public record Step(String command, ShownOutput output) {
    /** Describes how the command's output differs from the page; empty if it does not. */
    public List<String> differencesFrom(Command.Ended ended) {
      return output.differencesFrom(ended.out().lines().toList());
    }
  }

  /**
   * Reads a page.
   *
   * @throws IllegalArgumentException if a block has no command, more than one, or a tolerance that
   *     does not fit it
   */
  public static Lesson read(Path path) throws IOException {
    List<Step> steps = new ArrayList<>();
    String comment = "";
    List<String> block = null;
    for (String line : Files.readAllLines(path)) {
      if (block == null && line.startsWith("<!--")) {
        comment = line.replace("<!--", "").replace("-->", "");
      } else if (line.equals("```console")) {
        block = new ArrayList<>();
      } else if (line.equals("```") && block != null) {
        steps.add(step(path, block, comment));
        block = null;
        comment = "";
      } else if (block != null) {
        block.add(line);
      }
    }
    return new Lesson(path, steps);
  }

  private static Step step(Path path, List<String> block, String comment) {
    if (block.isEmpty()
        || !block.getFirst().startsWith(PROMPT)
        || block.stream().filter(line -> line.startsWith(PROMPT)).count() != 1) {
      throw new IllegalArgumentException(path + ": a block has one command: " + block);
    }
    List<String> output =
        block.stream().skip(1).filter(line -> !line.isBlank() && !line.equals("  …")).toList();
    try {
      return new Step(block.getFirst().substring(PROMPT.length()), ShownOutput.of(output, comment));
    } catch (IllegalArgumentException wrong) {
      throw new IllegalArgumentException(path + ": " + wrong.getMessage(), wrong);
    }
  }

  /** All lessons, in order. */
  public static List<Lesson> all(Path workshop) throws IOException {
    List<Path> pages;
    try (var files = Files.list(workshop)) {
      pages = files.filter(file -> name(file).matches("[1-9]-.*\\.md")).sorted().toList();
    }
    List<Lesson> lessons = new ArrayList<>();
    for (Path page : pages) {
      lessons.add(read(page));
    }
    return lessons;
  }

  public int number() {
    return Character.digit(name().charAt(0), 10);
  }

  /** Such as {@code 1-near-and-far.md}. */
  public String name() {
    return name(path);
  }

  private static String name(@Nullable Path file) {
    return Objects.requireNonNull(Objects.requireNonNull(file).getFileName()).toString();
  }
}
