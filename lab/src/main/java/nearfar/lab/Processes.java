package nearfar.lab;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The processes of a machine, as far as this process can see them. */
interface Processes {
  /** The machine and the PID namespace, without a slash. Process numbers are unique in it. */
  String space();

  /** The user of this process. */
  String user();

  /** When a process started, in milliseconds since 1970; empty if no such process is visible. */
  Optional<Long> startedMillis(long pid);

  /** Whether a running process of that user can be invisible to this process. */
  boolean mayHide(String user);

  static Processes ofThisMachine() {
    return new OfThisMachine();
  }

  /** Reads {@code /proc}, which may hide processes of other users (proc(5), hidepid). */
  final class OfThisMachine implements Processes {
    private static final Path PROC = Path.of("/proc");
    private static final Path NAMESPACE = PROC.resolve("self/ns/pid");

    @Override
    public String space() {
      return machine() + ":" + namespace();
    }

    @Override
    public String user() {
      return System.getProperty("user.name", "").replace("/", "");
    }

    @Override
    public Optional<Long> startedMillis(long pid) {
      return ProcessHandle.of(pid)
          .filter(ProcessHandle::isAlive)
          .flatMap(process -> process.info().startInstant())
          .map(Instant::toEpochMilli); // time of day
    }

    @Override
    public boolean mayHide(String user) {
      boolean seesInit = Files.isReadable(PROC.resolve("1/stat"));
      return Files.exists(NAMESPACE) && !seesInit && !user.equals(user());
    }

    /** The initial namespace has the same number on all machines. */
    private static String namespace() {
      try {
        return Files.exists(NAMESPACE) ? Files.readSymbolicLink(NAMESPACE).toString() : "";
      } catch (IOException unreadable) {
        return "";
      }
    }

    /** A hash, because the machine's ID is confidential (machine-id(5)). */
    private static String machine() {
      for (String file : new String[] {"/etc/machine-id", "/proc/sys/kernel/random/boot_id"}) {
        try {
          String id = Files.readString(Path.of(file)).strip();
          if (!id.isEmpty()) {
            return UUID.nameUUIDFromBytes(("nearfar " + id).getBytes(StandardCharsets.UTF_8))
                .toString();
          }
        } catch (IOException notThere) {
          // Try the next file.
        }
      }
      return "";
    }
  }
}
