package nearfar.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The process that a lab belongs to, as it is written on the lab: a number alone may belong to
 * another process by now.
 *
 * @param space the space in which the number counts; empty where the system has only one
 */
record Owner(long pid, long startedMillis, String space) {
  /** How far the system's idea of a process' start may wander while its clock is being set. */
  private static final Duration DRIFT = Duration.ofSeconds(10);

  static Owner thisProcess() {
    ProcessHandle self = ProcessHandle.current();
    return new Owner(self.pid(), started(self).orElse(0L), thisSpace());
  }

  /** Reads what {@link #label} wrote; nothing if it is something else. */
  static Optional<Owner> fromLabel(String label) {
    String[] parts = label.split("/", -1);
    try {
      return parts.length == 3
          ? Optional.of(new Owner(Long.parseLong(parts[0]), Long.parseLong(parts[1]), parts[2]))
          : Optional.empty();
    } catch (NumberFormatException notOurs) {
      return Optional.empty();
    }
  }

  String label() {
    return pid + "/" + startedMillis + "/" + space;
  }

  /**
   * Whether this process is gone for certain; of one that cannot be seen from here nothing is
   * certain.
   */
  boolean isDead() {
    if (!space.equals(thisSpace())) {
      return false;
    }
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .flatMap(Owner::started)
        .map(millis -> Math.abs(millis - startedMillis) > DRIFT.toMillis())
        .orElse(true);
  }

  private static Optional<Long> started(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toEpochMilli); // time of day
  }

  private static String thisSpace() {
    Path link = Path.of("/proc/self/ns/pid");
    try {
      return Files.exists(link) ? Files.readSymbolicLink(link).toString() : "";
    } catch (IOException unreadable) {
      return "";
    }
  }
}
