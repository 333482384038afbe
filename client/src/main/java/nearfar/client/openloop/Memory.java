package nearfar.client.openloop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

/**
 * What this process has taken of memory so far, in bytes, by the kernel's word; empty where the
 * kernel says nothing of it.
 *
 * @param resident the most that the process had in memory
 * @param container the most that its container was charged with, the kernel's own for its sockets
 *     included, and what was read of files
 * @param limit what the container may have
 */
public record Memory(OptionalLong resident, OptionalLong container, OptionalLong limit) {

  private static final Path STATUS = Path.of("/proc/self/status");

  /** Who is in no container that is limited would be told of the whole machine. */
  private static final long NO_LIMIT = 1L << 60;

  private record ControlGroup(Path peak, Path limit) {}

  /** Of both versions, as they are seen within a container. */
  private static final List<ControlGroup> GROUPS =
      List.of(
          new ControlGroup(
              Path.of("/sys/fs/cgroup/memory.peak"), Path.of("/sys/fs/cgroup/memory.max")),
          new ControlGroup(
              Path.of("/sys/fs/cgroup/memory/memory.max_usage_in_bytes"),
              Path.of("/sys/fs/cgroup/memory/memory.limit_in_bytes")));

  /** As it stands now. */
  public static Memory now() {
    OptionalLong resident = OptionalLong.empty();
    for (String line : lines(STATUS)) {
      if (line.startsWith("VmHWM:")) {
        OptionalLong kib = number(line.substring("VmHWM:".length()).replace("kB", ""));
        resident = kib.isPresent() ? OptionalLong.of(kib.getAsLong() << 10) : kib;
      }
    }
    for (ControlGroup group : GROUPS) {
      OptionalLong limit = only(group.limit);
      if (limit.isPresent() && limit.getAsLong() < NO_LIMIT) {
        return new Memory(resident, only(group.peak), limit);
      }
    }
    return new Memory(resident, OptionalLong.empty(), OptionalLong.empty());
  }

  private static OptionalLong only(Path file) {
    List<String> lines = lines(file);
    return lines.isEmpty() ? OptionalLong.empty() : number(lines.getFirst());
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      return List.of(); // another system, or another version of control groups
    }
  }

  private static OptionalLong number(String text) {
    String digits = text.strip();
    return digits.matches("\\d{1,18}")
        ? OptionalLong.of(Long.parseLong(digits))
        : OptionalLong.empty();
  }
}
