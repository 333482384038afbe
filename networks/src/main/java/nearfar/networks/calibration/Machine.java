package nearfar.networks.calibration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Reads the load of the whole machine, which Linux shows in containers as well; starts when
 * created.
 */
final class Machine {
  private static final Path STAT = Path.of("/proc/stat");
  private static final Path LOAD = Path.of("/proc/loadavg");

  /** Of the unified control groups, and of the older ones. */
  private static final List<Path> CPU_GROUP =
      List.of(Path.of("/sys/fs/cgroup/cpu.stat"), Path.of("/sys/fs/cgroup/cpu/cpu.stat"));

  private static final int IDLE = 3;
  private static final int WAITING_FOR_DISKS = 4;

  /** user, nice, system, idle, iowait, irq, softirq, steal; what guests take is in user already. */
  private static final int KINDS_OF_TIME = 8;

  private final long[] atFirst = times();
  private final long throttledAtFirst = throttled();

  /** The conditions since this object was created. */
  MeasurementConditions since() {
    long[] times = times();
    return new MeasurementConditions(
        load(),
        Runtime.getRuntime().availableProcessors(),
        busy(atFirst, times),
        null,
        throttled() - throttledAtFirst);
  }

  private static double busy(long[] before, long[] after) {
    if (before.length < KINDS_OF_TIME || after.length < KINDS_OF_TIME) {
      return -1;
    }
    double all = 0;
    for (int i = 0; i < KINDS_OF_TIME; i++) {
      all += after[i] - before[i];
    }
    double idle = after[IDLE] - before[IDLE] + after[WAITING_FOR_DISKS] - before[WAITING_FOR_DISKS];
    return all <= 0 ? -1 : 1 - idle / all;
  }

  private static double load() {
    String[] words = lines(LOAD).findFirst().orElse("").split(" ", -1);
    return words.length > 1 ? Double.parseDouble(words[0]) : -1;
  }

  private static long[] times() {
    return lines(STAT)
        .filter(line -> line.startsWith("cpu "))
        .flatMap(line -> Stream.of(line.split(" +", -1)).skip(1))
        .mapToLong(Long::parseLong)
        .toArray();
  }

  private static long throttled() {
    return CPU_GROUP.stream()
        .flatMap(Machine::lines)
        .filter(line -> line.startsWith("nr_throttled "))
        .mapToLong(line -> Long.parseLong(line.substring(line.indexOf(' ') + 1)))
        .sum();
  }

  /** No lines if there is no such file, as on systems without procfs. */
  private static Stream<String> lines(Path file) {
    try {
      return Files.readAllLines(file).stream();
    } catch (IOException missing) {
      return Stream.empty();
    }
  }
}
