package nearfar.lab;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The lab's compose files and the files that they mount, copied from the jar to a new folder. */
final class LabFiles implements AutoCloseable {
  private static final String PREFIX = "nearfar-lab-";
  private static final String COMPOSE = "docker-compose.yml";
  private static final String SERVICE = "scripts/compose/service.yml";
  private static final String CONTAINER = "docker-compose.container.yml";
  private static final String GATEWAY = "networks/gateway.json";

  private final Path folder;
  private final List<File> compose = new ArrayList<>();

  LabFiles(Service service) {
    try {
      folder = Files.createTempDirectory(PREFIX);
      for (String name : composeFilesFor(service)) {
        compose.add(unpack(name).toFile());
      }
      // The gateway runs as another user.
      Files.setPosixFilePermissions(unpack(GATEWAY), PosixFilePermissions.fromString("rw-r--r--"));
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  private static List<String> composeFilesFor(Service service) {
    return switch (service) {
      case Service.Greeter _ -> List.of(COMPOSE);
      case Service.Image _ -> List.of(COMPOSE, SERVICE);
      case Service.Container _ -> List.of(COMPOSE, SERVICE, CONTAINER);
    };
  }

  /** In the order in which Compose merges them. */
  List<File> compose() {
    return List.copyOf(compose);
  }

  private Path unpack(String name) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(folder.resolve(name).getParent());
    try (InputStream content = LabFiles.class.getResourceAsStream("files/" + name)) {
      if (content == null) {
        throw new IllegalStateException(name + " is missing from the jar");
      }
      Files.copy(content, file);
    }
    return file;
  }

  /** Removes the folder that a lab of a dead process created, if this mounted file is in one. */
  static void removeFolderOf(String mounted) {
    Path folder = Path.of(mounted).getParent();
    Path above = folder == null ? null : folder.getParent();
    if (mounted.endsWith("/" + GATEWAY)
        && above != null
        && above.getFileName().toString().startsWith(PREFIX)) {
      remove(above);
    }
  }

  @Override
  public void close() {
    remove(folder);
  }

  private static void remove(Path folder) {
    if (Files.notExists(folder)) {
      return;
    }
    try (Stream<Path> content = Files.walk(folder)) {
      content.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
