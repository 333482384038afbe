package nearfar.tests.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A folder for {@code PATH} that has few commands, as a machine on which little is installed. */
public record FewTools(Path folder) implements AutoCloseable {
  /**
   * POSIX requires these, except mktemp, which every system has. The lab requires make and Docker.
   */
  private static final List<String> TOOLS =
      List.of(
          ("make docker awk basename cat chmod cksum cp cut date df dirname env expr find grep head id kill ln ls mkdir mkfifo mktemp mv"
                  + " printf ps pwd rm rmdir sed sh sleep sort tail tee test touch tr uname uniq wc xargs")
              .split(" "));

  /**
   * Links these commands also.
   *
   * @param more commands; those that this machine does not have are left out
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
