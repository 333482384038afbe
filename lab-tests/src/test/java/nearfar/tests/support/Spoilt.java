package nearfar.tests.support;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;

/** A bundle with one wrong bit, as a bad USB stick or cable leaves it. */
public final class Spoilt {
  private static final int BLOCK = 512;

  private Spoilt() {}

  /** A byte in the middle of a part of the bundle, which is unpacked in that folder. */
  public static long placeOf(String part, Path bundle, Path folder) throws IOException {
    Command.Ended list =
        Command.of("tar", "--block-number", "-tvf", bundle.toString(), "nearfar/" + part).run();
    long block = Long.parseLong(list.out().replaceFirst("(?s)block ([0-9]+):.*", "$1"));
    return block * BLOCK + BLOCK + Files.size(folder.resolve(part)) / 2;
  }

  /** Flips one bit of the byte at that position; a second call flips it back. */
  public static void flip(Path path, long at) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
      file.seek(at);
      int was = file.read();
      file.seek(at);
      file.write(was ^ 1);
    }
  }
}
