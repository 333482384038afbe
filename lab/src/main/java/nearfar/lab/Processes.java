package nearfar.lab;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What this process can see of the machine's processes. */
interface Processes {
  /** The machine and the PID namespace in which process numbers count, without a slash. */
  String space();

  /** The user of this process. */
  String user();

  /** When a process was started, since 1970; empty if none of that number is seen. */
  Optional<Long> startedMillis(long pid);

  /** Whether a process of that user can run and not be seen from here. */
  boolean mayHide(String user);

  static Processes ofThisMachine() {
    return new OfThisMachine();
  }

  /** As {@code /proc} shows them, which may hide those of other users (proc(5), hidepid). */
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

    /** The number of the initial namespace is the same on all machines. */
    private static String namespace() {
      try {
        return Files.exists(NAMESPACE) ? Files.readSymbolicLink(NAMESPACE).toString() : "";
      } catch (IOException unreadable) {
        return "";
      }
    }

    /** Not the machine's ID itself, which is not to be told to others (machine-id(5)). */
    private static String machine() {
      for (String file : new String[] {"/etc/machine-id", "/proc/sys/kernel/random/boot_id"}) {
        try {
          String id = Files.readString(Path.of(file)).strip();
          if (!id.isEmpty()) {
            return UUID.nameUUIDFromBytes(("nearfar " + id).getBytes(StandardCharsets.UTF_8))
                .toString();
          }
        } catch (IOException notThere) {
          // The next one is as good.
        }
      }
      return "";
    }
  }
}
