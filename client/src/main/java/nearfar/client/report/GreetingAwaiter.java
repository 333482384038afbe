package nearfar.client.report;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import nearfar.client.Tenths;

/** Reads a log that is still being written until the expected clients are greeted. */
public final class GreetingAwaiter {

  private static final Duration PROGRESS_INTERVAL = Duration.ofSeconds(2);
  private static final int MAX_BATCH = 1000;
  private static final int MAX_QUEUED_BATCHES = 10;

  private final ExpectedClients expected;
  private final Duration timeout;
  private final Consumer<String> progress;
  private String lastProgress = "";

  /**
   * Creates an awaiter; {@link #read} does the waiting.
   *
   * @param progress receives a line at most every two seconds, and only if the line has changed
   */
  public GreetingAwaiter(ExpectedClients expected, Duration timeout, Consumer<String> progress) {
    this.expected = expected;
    this.timeout = timeout;
    this.progress = progress;
  }

  /**
   * The result of the wait.
   *
   * @param greeted whether all expected clients were greeted
   * @param summary one line: the clients that were greeted, or those that were not, with the reason
   */
  public record Result(boolean greeted, String summary) {}

  /**
   * Reads into the log until all expected clients are greeted, the time-out passes, or the input
   * ends. A daemon thread reads the input, since a read from a pipe cannot be interrupted: the
   * thread may still take lines after this method has returned.
   */
  public Result read(InputStream in, LabLog log) throws InterruptedException {
    BlockingQueue<List<String>> batches = new ArrayBlockingQueue<>(MAX_QUEUED_BATCHES);
    Thread.ofPlatform().daemon().name("log-reader").start(() -> readInto(batches, in));

    long start = System.nanoTime();
    long nextProgress = start + PROGRESS_INTERVAL.toNanos();
    while (true) {
      long elapsed = System.nanoTime() - start;
      if (elapsed >= timeout.toNanos()) {
        return failure("within " + inSeconds(timeout.toNanos()), log);
      }
      long wait = Math.min(timeout.toNanos() - elapsed, nextProgress - System.nanoTime());
      List<String> lines = batches.poll(Math.max(0, wait), TimeUnit.NANOSECONDS);
      if (lines != null) {
        lines.forEach(log::read);
        if (batches.isEmpty() && status(log).isComplete()) {
          return new Result(true, expected.text() + " greeted");
        }
        if (lines.isEmpty()) {
          return failure("before the log ended", log);
        }
      }
      if (System.nanoTime() - nextProgress >= 0) {
        printProgress(log);
        nextProgress += PROGRESS_INTERVAL.toNanos();
      }
    }
  }

  /**
   * Passes on in one batch the lines that arrived together. Otherwise a greeting could count before
   * the line after it, which reports a change of the link. An empty batch marks the end.
   */
  private static void readInto(BlockingQueue<List<String>> batches, InputStream in) {
    try {
      BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      List<String> lines = new ArrayList<>();
      try {
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
          lines.add(line);
          if (lines.size() == MAX_BATCH || !reader.ready()) {
            batches.put(lines);
            lines = new ArrayList<>();
          }
        }
      } catch (IOException e) {
        // Treated as the end of the log: the result lists the missing clients.
      }
      if (!lines.isEmpty()) {
        batches.put(lines);
      }
      batches.put(List.of());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private ExpectedClients.Status status(LabLog log) {
    return expected.status(log, System.nanoTime());
  }

  private void printProgress(LabLog log) {
    ExpectedClients.Status status = status(log);
    String line =
        "%s of %s greeted, waiting for %s"
            .formatted(status.greeted(), expected.total(), String.join("; ", status.missing()));
    if (!line.equals(lastProgress)) {
      progress.accept(line);
      lastProgress = line;
    }
  }

  private Result failure(String when, LabLog log) {
    ExpectedClients.Status status = status(log);
    return new Result(
        false,
        "%s of %s greeted %s; waited for %s"
            .formatted(
                status.greeted(),
                expected.total(),
                when,
                status.isComplete()
                    ? "no client, but the last greeting came too late"
                    : String.join("; ", status.missing())));
  }

  private static String inSeconds(long nanos) {
    return Tenths.of(nanos / 1e9) + " s";
  }
}
