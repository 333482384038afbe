package nearfar.server;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How many more files and sockets the system lets this process open. */
final class FileDescriptorLimit {

  // What the JVM opens now and then, and the client that is accepted to be turned away.
  private static final long SPARE = 16;

  private static final Pattern LIMIT =
      Pattern.compile("^Max open files\\s+(\\d+)", Pattern.MULTILINE);
  private static final Path SELF = Path.of("/proc/self");

  private FileDescriptorLimit() {}

  /**
   * How many clients there is room for, at least 1; as many as one likes where the system does not
   * say, or sets no limit.
   */
  static int room() {
    try (DirectoryStream<Path> open = Files.newDirectoryStream(SELF.resolve("fd"))) {
      Matcher limit = LIMIT.matcher(Files.readString(SELF.resolve("limits")));
      if (!limit.find()) {
        return Integer.MAX_VALUE;
      }
      long used = 0;
      for (Path _ : open) {
        used++;
      }
      long room = Long.parseLong(limit.group(1)) - used - SPARE;
      return Math.clamp(room, 1, Integer.MAX_VALUE);
    } catch (IOException | NumberFormatException notLinux) {
      return Integer.MAX_VALUE;
    }
  }
}
