package nearfar.client.openloop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The system's limits on file descriptors and local ports, which many connections can exceed. */
public final class ResourceLimits {

  private static final Path LIMITS = Path.of("/proc/self/limits");
  private static final Path PORTS = Path.of("/proc/sys/net/ipv4/ip_local_port_range");
  private static final Pattern DESCRIPTORS = Pattern.compile("(?m)^Max open files +(\\d{1,9}) ");
  private static final Pattern RANGE = Pattern.compile("(\\d{1,5})\\s+(\\d{1,5})\\s*");

  /** File descriptors of the JVM itself: jars, streams, the selector. */
  private static final int RESERVED = 50;

  private ResourceLimits() {}

  /** One line about a limit that is too low for this many connections; null if none is known. */
  public static @Nullable String missingFor(int connections) {
    return missingFor(connections, read(LIMITS), read(PORTS));
  }

  static @Nullable String missingFor(int connections, String limits, String ports) {
    Matcher descriptors = DESCRIPTORS.matcher(limits);
    if (descriptors.find() && Integer.parseInt(descriptors.group(1)) < connections + RESERVED) {
      return "%d clients need %d file descriptors, and this process may have %s; see ulimit -n, or docker run --ulimit nofile=%2$d"
          .formatted(connections, connections + RESERVED, descriptors.group(1));
    }
    Matcher range = RANGE.matcher(ports);
    if (range.matches()) {
      int all = Integer.parseInt(range.group(2)) - Integer.parseInt(range.group(1)) + 1;
      if (all < connections) {
        return "%d clients need a port each, and there are %d; see %s"
            .formatted(connections, all, PORTS);
      }
    }
    return null;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return ""; // another system, whose limits are unknown here
    }
  }
}
