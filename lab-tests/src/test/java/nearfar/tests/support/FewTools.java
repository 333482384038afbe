package nearfar.tests.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A machine on which little is installed: a folder with what there is, for a path of its own. */
public record FewTools(Path folder) implements AutoCloseable {
  /**
   * Every system has these, as POSIX (or, of mktemp, habit) says; make and Docker the lab asks for.
   */
  private static final List<String> TOOLS =
      List.of(
          ("make docker awk basename cat chmod cksum cp cut date df dirname env expr find grep head id kill ln ls mkdir mkfifo mktemp mv"
                  + " printf ps pwd rm rmdir sed sh sleep sort tail tee test touch tr uname uniq wc xargs")
              .split(" "));

  /**
   * With these beside them.
   *
   * @param more those that are not here are left out
   */
  public static FewTools link(String... more) throws IOException {
    Path folder = Files.createTempDirectory("nearfar-few-tools-");
    for (String tool : Stream.concat(TOOLS.stream(), Stream.of(more)).toList()) {
      Optional<Path> found = onPath(tool);
      if (found.isPresent()) {
        Files.createSymbolicLink(folder.resolve(tool), found.get());
      }
    }
    return new FewTools(folder);
  }

  public String path() {
    return folder.toString();
  }

  private static Optional<Path> onPath(String tool) {
    return Stream.of(System.getenv("PATH").split(":"))
        .map(folder -> Path.of(folder, tool))
        .filter(Files::isExecutable)
        .findFirst();
  }

  @Override
  public void close() throws IOException {
    try (Stream<Path> tools = Files.list(folder)) {
      for (Path tool : tools.toList()) {
        Files.delete(tool);
      }
    }
    Files.delete(folder);
  }
}
