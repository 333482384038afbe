package nearfar.tests.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Processes that keep the processors busy. They end after a time if they are not closed. */
public final class Load implements AutoCloseable {
  private final List<Process> processes = new ArrayList<>();

  public Load(int count, Duration atMost) {
    try {
      for (int number = 0; number < count; number++) {
        processes.add(
            new ProcessBuilder(
                    "timeout", Long.toString(atMost.toSeconds()), "sh", "-c", "while :; do :; done")
                .inheritIO()
                .start());
      }
    } catch (IOException failed) {
      close();
      throw new UncheckedIOException(failed);
    }
  }

  /** The number of tasks on this machine that are ready to run. */
  public static int running() {
    try {
      return Integer.parseInt(
          Files.readString(Path.of("/proc/loadavg")).split(" ", -1)[3].split("/", -1)[0]);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Ends them. */
  @Override
  public void close() {
    processes.forEach(Process::destroy);
    processes.forEach(process -> process.onExit().join());
  }
}
