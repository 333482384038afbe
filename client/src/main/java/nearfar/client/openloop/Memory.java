package nearfar.client.openloop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

/**
 * This process's memory use in bytes, as the kernel reports it; a value that the kernel does not
 * report is empty.
 *
 * @param resident peak resident memory of the process
 * @param container peak memory of the container, including the kernel's socket memory and cached
 *     files
 * @param limit memory limit of the container
 */
public record Memory(OptionalLong resident, OptionalLong container, OptionalLong limit) {

  private static final Path STATUS = Path.of("/proc/self/status");

  /** Without a limit, the kernel would report the memory of the whole machine. */
  private static final long NO_LIMIT = 1L << 60;

  private record ControlGroup(Path peak, Path limit) {}

  /** The paths of both cgroup versions inside a container. */
  private static final List<ControlGroup> GROUPS =
      List.of(
          new ControlGroup(
              Path.of("/sys/fs/cgroup/memory.peak"), Path.of("/sys/fs/cgroup/memory.max")),
          new ControlGroup(
              Path.of("/sys/fs/cgroup/memory/memory.max_usage_in_bytes"),
              Path.of("/sys/fs/cgroup/memory/memory.limit_in_bytes")));

  /** The current values. */
  public static Memory now() {
    OptionalLong resident = OptionalLong.empty();
    for (String line : lines(STATUS)) {
      if (line.startsWith("VmHWM:")) {
        OptionalLong kib = number(line.substring("VmHWM:".length()).replace("kB", ""));
        resident = kib.isPresent() ? OptionalLong.of(kib.getAsLong() << 10) : kib;
      }
    }
    for (ControlGroup group : GROUPS) {
      OptionalLong limit = firstNumber(group.limit);
      if (limit.isPresent() && limit.getAsLong() < NO_LIMIT) {
        return new Memory(resident, firstNumber(group.peak), limit);
      }
    }
    return new Memory(resident, OptionalLong.empty(), OptionalLong.empty());
  }

  private static OptionalLong firstNumber(Path file) {
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
