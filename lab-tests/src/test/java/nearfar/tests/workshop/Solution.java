package nearfar.tests.workshop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import nearfar.tests.support.Command;

/** A solution of an exercise, either right or wrong in one known way. */
public record Solution(int lesson, Path file) {
  private static final Path ALL = Path.of("src/test/resources/workshop");

  public static List<Solution> all() {
    try (Stream<Path> files =
        Files.find(ALL, 2, (file, attributes) -> attributes.isRegularFile())) {
      return files.sorted().map(Solution::of).toList();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Such as {@code of(4, "right.py")}. */
  public static Solution of(int lesson, String name) {
    return new Solution(lesson, ALL.resolve(Integer.toString(lesson)).resolve(name));
  }

  private static Solution of(Path file) {
    return new Solution(Integer.parseInt(file.getParent().getFileName().toString()), file);
  }

  public boolean isRight() {
    return name().startsWith("right");
  }

  public String name() {
    return file.getFileName().toString();
  }

  /** The expected finding for a wrong solution: the first line of the file, up to its colon. */
  public String expectedFinding() {
    return firstLine().substring(0, firstLine().indexOf(':'));
  }

  public String mistake() {
    return firstLine().substring(firstLine().indexOf(':') + 2);
  }

  private String firstLine() {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.findFirst().orElseThrow().replaceFirst("^(#|//) ", "");
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static String suffix(String name) {
    return name.substring(name.lastIndexOf('.'));
  }

  /** Replaces the exercise's file in this language. */
  public void copyInto(Path folder) throws IOException {
    Path skeletons = Command.sources().resolve("workshop/exercises/" + lesson);
    Files.createDirectories(folder);
    try (Stream<Path> handedOut = Files.list(skeletons)) {
      for (Path skeleton : handedOut.toList()) {
        String name = skeleton.getFileName().toString();
        boolean same = suffix(name).equals(suffix(name()));
        Files.copy(
            same ? file : skeleton, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  @Override
  public String toString() {
    return "lesson " + lesson + ", " + name();
  }
}
