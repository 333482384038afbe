package nearfar.networks.control;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Stores the desired state so that a crash cannot lose it: the file is always the old or the new
 * one.
 */
final class DesiredStateFile {
  private final Path folder;
  private final Path file;
  private final Disk disk;

  DesiredStateFile(Path folder) {
    this(folder, new RealDisk());
  }

  DesiredStateFile(Path folder, Disk disk) {
    this.folder = folder;
    this.file = folder.resolve("asked.json");
    this.disk = disk;
  }

  /**
   * Returns the state that was saved last, or empty if there is no file or it cannot be read as
   * one.
   *
   * @param warn receives a message about a file that is not a saved state
   * @throws IOException if the file exists and cannot be read
   */
  Optional<DesiredState> load(Consumer<String> warn) throws IOException {
    if (Files.notExists(file)) {
      return Optional.empty();
    }
    // Malformed UTF-8 becomes text that does not parse.
    String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    try {
      return Optional.of(DesiredState.fromJson((JsonObject) JsonParser.parseString(text)));
    } catch (RuntimeException unreadable) {
      warn.accept(file + " is not a saved link: the last change is forgotten");
      return Optional.empty();
    }
  }

  /**
   * Saves the state; on return it is on the disk.
   *
   * @throws IOException if it is not
   */
  void save(DesiredState desired) throws IOException {
    Path next = file.resolveSibling("asked.json.next");
    disk.write(next, desired.toJson().toString());
    disk.move(next, file);
    disk.syncFolder(folder);
  }

  /** Writes to a disk: after a crash of the machine the old content is there, or the new one. */
  interface Disk {
    /** Writes a file; on return its content is on the disk. */
    void write(Path file, String text) throws IOException;

    /** Replaces {@code to} by {@code from}. */
    void move(Path from, Path to) throws IOException;

    /**
     * Writes the names in a folder to the disk, which is a separate step from its files (fsync(2)).
     */
    void syncFolder(Path folder) throws IOException;
  }

  private static final class RealDisk implements Disk {
    @Override
    public void write(Path file, String text) throws IOException {
      try (FileChannel channel =
          FileChannel.open(
              file,
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE,
              StandardOpenOption.TRUNCATE_EXISTING)) {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        channel.force(true);
      }
    }

    @Override
    public void move(Path from, Path to) throws IOException {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void syncFolder(Path folder) throws IOException {
      try (FileChannel channel = FileChannel.open(folder)) {
        channel.force(true);
      }
    }
  }
}
