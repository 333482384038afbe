package nearfar.lab;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

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
    return new OfThisMachine(Path.of("/"));
  }

  /** Reads {@code /proc}, which may hide processes of other users (proc(5), hidepid). */
  final class OfThisMachine implements Processes {
    private final Path root;
    private final Path namespace;

    OfThisMachine(Path root) {
      this.root = root;
      this.namespace = root.resolve("proc/self/ns/pid");
    }

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
      boolean seesInit = Files.isReadable(root.resolve("proc/1/stat"));
      return Files.exists(namespace) && !seesInit && !user.equals(user());
    }

    /** The initial namespace has the same number on all machines. */
    private String namespace() {
      try {
        return Files.exists(namespace) ? Files.readSymbolicLink(namespace).toString() : "";
      } catch (IOException unreadable) {
        return "";
      }
    }

    /** A hash, because the machine's ID is confidential (machine-id(5)). */
    private String machine() {
      String id =
          Stream.of("etc/machine-id", "proc/sys/kernel/random/boot_id")
              .map(root::resolve)
              .map(OfThisMachine::read)
              .filter(text -> !text.isEmpty())
              .findFirst()
              .orElseGet(OfThisMachine::hostName);
      return id.isEmpty()
          ? ""
          : UUID.nameUUIDFromBytes(("nearfar " + id).getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static String read(Path file) {
      try {
        return Files.readString(file).strip();
      } catch (IOException unreadable) {
        return "";
      }
    }

    /** On macOS and Windows. If the name changes, the labs of the old name stay. */
    private static String hostName() {
      try {
        return InetAddress.getLocalHost().getHostName();
      } catch (UnknownHostException unnamed) {
        return "";
      }
    }
  }
}
