package nearfar.lab;

import java.time.Duration;
import java.util.Optional;

/**
 * The process that started a lab, as the lab's labels have it. The start time tells it from a later
 * process with the same number.
 *
 * @param space the machine and the PID namespace of the process
 * @param user the name of the user who runs the process; empty if unknown
 */
record Owner(long pid, long startedMillis, String space, String user) {
  /** The reported start time of a process changes when the system's clock is set. */
  private static final Duration TOLERANCE = Duration.ofSeconds(10);

  static Owner thisProcess() {
    Processes processes = Processes.ofThisMachine();
    long pid = ProcessHandle.current().pid();
    return new Owner(
        pid, processes.startedMillis(pid).orElse(0L), processes.space(), processes.user());
  }

  /** Parses the result of {@link #label}; empty if the text is something else. */
  static Optional<Owner> fromLabel(String label) {
    String[] parts = label.split("/", -1);
    try {
      return parts.length == 4
          ? Optional.of(
              new Owner(Long.parseLong(parts[0]), Long.parseLong(parts[1]), parts[2], parts[3]))
          : Optional.empty();
    } catch (NumberFormatException notOurs) {
      return Optional.empty();
    }
  }

  String label() {
    return String.join("/", Long.toString(pid), Long.toString(startedMillis), space, user);
  }

  /**
   * Whether this process has certainly ended. A process on another machine, in another PID
   * namespace, or one that {@code /proc} may hide from this user counts as running.
   */
  boolean isDead() {
    return isDead(Processes.ofThisMachine());
  }

  boolean isDead(Processes processes) {
    if (!space.equals(processes.space())) {
      return false;
    }
    return processes
        .startedMillis(pid)
        .map(millis -> Math.abs(millis - startedMillis) > TOLERANCE.toMillis())
        .orElse(!processes.mayHide(user));
  }
}
