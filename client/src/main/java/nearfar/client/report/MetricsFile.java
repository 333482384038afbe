package nearfar.client.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Writes the current metrics to a file every second, atomically. */
public final class MetricsFile implements AutoCloseable {

  private final Metrics metrics;
  private final Path file;
  private final Path temporary;
  private final ScheduledExecutorService writer = Executors.newSingleThreadScheduledExecutor();

  /** Writes nothing before {@link #start}. */
  public MetricsFile(Metrics metrics, Path file) {
    this.metrics = metrics;
    this.file = file;
    this.temporary = file.resolveSibling(file.getFileName() + ".new");
  }

  /**
   * Writes the file once, then every second in the background.
   *
   * @throws UncheckedIOException if the first write fails. A later failure is printed on standard
   *     error, and the file stays unchanged until the next second
   */
  public void start() {
    try {
      write();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var _ = writer.scheduleWithFixedDelay(this::rewrite, 1, 1, TimeUnit.SECONDS);
  }

  /** Never throws: the executor would not run the task again. */
  void rewrite() {
    try {
      write();
    } catch (IOException | RuntimeException failed) {
      System.err.println(file + " was not written: " + failed.getMessage());
    }
  }

  private void write() throws IOException {
    Files.writeString(temporary, metrics.text());
    Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Stops writing; the file remains. */
  @Override
  public void close() {
    writer.shutdownNow();
  }
}
