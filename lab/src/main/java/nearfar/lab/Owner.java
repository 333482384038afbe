package nearfar.lab;

import java.time.Duration;
import java.util.Optional;

/**
 * The process that a lab belongs to, as it is written on the lab: a number alone may belong to
 * another process by now.
 *
 * @param space the machine and the PID namespace in which the number counts
 * @param user the name of the user whose process it is; empty if that is not known
 */
record Owner(long pid, long startedMillis, String space, String user) {
  /** How far the system's idea of a process' start may wander while its clock is being set. */
  private static final Duration DRIFT = Duration.ofSeconds(10);

  static Owner thisProcess() {
    Processes processes = Processes.ofThisMachine();
    long pid = ProcessHandle.current().pid();
    return new Owner(
        pid, processes.startedMillis(pid).orElse(0L), processes.space(), processes.user());
  }

  /** Reads what {@link #label} wrote; nothing if it is something else. */
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
   * Whether this process is gone for certain. Nothing is certain of a process of another machine or
   * PID namespace, nor of one that {@code /proc} may hide from this user.
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
        .map(millis -> Math.abs(millis - startedMillis) > DRIFT.toMillis())
        .orElse(!processes.mayHide(user));
  }
}
