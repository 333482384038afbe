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
 * Keeps what was asked where a crash cannot lose it: at any moment the file is the old or the new
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
   * Returns what was last saved; nothing if there is no such file, or it is not one of ours.
   *
   * @param tell is told of a file that is not one of ours, in words
   * @throws IOException if it is there and cannot be read
   */
  Optional<DesiredState> load(Consumer<String> tell) throws IOException {
    if (Files.notExists(file)) {
      return Optional.empty();
    }
    // Whatever is no text of ours becomes one that is none either.
    String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    try {
      return Optional.of(DesiredState.fromJson((JsonObject) JsonParser.parseString(text)));
    } catch (RuntimeException notOurs) {
      tell.accept(file + " is not what was saved there, what was last asked is forgotten");
      return Optional.empty();
    }
  }

  /**
   * Saves what is asked; on return it is on the disk.
   *
   * @throws IOException if it is not
   */
  void save(DesiredState asked) throws IOException {
    Path next = file.resolveSibling("asked.json.next");
    disk.write(next, asked.toJson().toString());
    disk.move(next, file);
    disk.syncFolder(folder);
  }

  /** Writes to a disk, so that a crash of the machine finds the old content or the new. */
  interface Disk {
    /** Writes a file; on return its content is on the disk. */
    void write(Path file, String text) throws IOException;

    /** Replaces {@code to} by {@code from}. */
    void move(Path from, Path to) throws IOException;

    /** Has the names in a folder written, which is a step apart from its files (fsync(2)). */
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
