package nearfar.client.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** A file with metrics as they stand, written anew every second and never seen half written. */
public final class MetricsFile implements AutoCloseable {

  private final Metrics metrics;
  private final Path file;
  private final Path draft;
  private final ScheduledExecutorService writer = Executors.newSingleThreadScheduledExecutor();

  /** Nothing is written before {@link #start}. */
  public MetricsFile(Metrics metrics, Path file) {
    this.metrics = metrics;
    this.file = file;
    this.draft = file.resolveSibling(file.getFileName() + ".new");
  }

  /**
   * Writes it for the first time, and from then on in the background.
   *
   * @throws UncheckedIOException if it cannot be written at first. A later failure is printed on
   *     standard error, and the file stays as it is until the next second
   */
  public void start() {
    try {
      write();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var _ = writer.scheduleWithFixedDelay(this::writeAgain, 1, 1, TimeUnit.SECONDS);
  }

  /** Never throws: a task that throws is not run again. */
  void writeAgain() {
    try {
      write();
    } catch (IOException | RuntimeException failed) {
      System.err.println(file + " was not written: " + failed.getMessage());
    }
  }

  private void write() throws IOException {
    Files.writeString(draft, metrics.text());
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Ends the writing; the file stays. */
  @Override
  public void close() {
    writer.shutdownNow();
  }
}
