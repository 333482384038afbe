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
  private final Path file;

  DesiredStateFile(Path folder) {
    this.file = folder.resolve("asked.json");
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
    try (FileChannel channel =
        FileChannel.open(
            next,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      ByteBuffer text = ByteBuffer.wrap(asked.toJson().toString().getBytes(StandardCharsets.UTF_8));
      while (text.hasRemaining()) {
        channel.write(text);
      }
      channel.force(true);
    }
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
  }
}
