package nearfar.tests.support;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a stick, or a cable, does to a bundle: one bit is another. */
public final class Spoilt {
  private static final int BLOCK = 512;

  private Spoilt() {}

  /** A byte in the middle of a part of the bundle, which is unpacked in a folder. */
  public static long placeOf(String part, Path bundle, Path folder) throws IOException {
    Command.Ended list =
        Command.of("tar", "--block-number", "-tvf", bundle.toString(), "nearfar/" + part).run();
    long block = Long.parseLong(list.out().replaceFirst("(?s)block ([0-9]+):.*", "$1"));
    return block * BLOCK + BLOCK + Files.size(folder.resolve(part)) / 2;
  }

  /** Turns a bit of the byte at that place, or turns it back. */
  public static void flip(Path path, long at) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
      file.seek(at);
      int was = file.read();
      file.seek(at);
      file.write(was ^ 1);
    }
  }
}
