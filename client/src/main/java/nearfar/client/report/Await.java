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
public final class Await {

  private static final Duration PROGRESS = Duration.ofSeconds(2);
  private static final int LINES_AT_ONCE = 1000;
  private static final int AHEAD = 10;

  private final Expected expected;
  private final Duration timeout;
  private final Consumer<String> progress;
  private String told = "";

  /**
   * Makes ready to wait.
   *
   * @param progress is told how things stand, in a line, at most every two seconds and not twice
   *     the same
   */
  public Await(Expected expected, Duration timeout, Consumer<String> progress) {
    this.expected = expected;
    this.timeout = timeout;
    this.progress = progress;
  }

  /**
   * How the waiting ended.
   *
   * @param greeted whether all were greeted
   * @param summary a line that says so, or who was not and why
   */
  public record Result(boolean greeted, String summary) {}

  /**
   * Reads into the log until everyone is greeted, the time is over, or the input ends. The input is
   * left to a daemon thread, since a read from a pipe cannot be interrupted: it may still take
   * lines after this has returned.
   */
  public Result read(InputStream in, LabLog log) throws InterruptedException {
    BlockingQueue<List<String>> arrived = new ArrayBlockingQueue<>(AHEAD);
    Thread.ofPlatform().daemon().name("log-reader").start(() -> readInto(arrived, in));

    long start = System.nanoTime();
    long tell = start + PROGRESS.toNanos();
    while (true) {
      long elapsed = System.nanoTime() - start;
      if (elapsed >= timeout.toNanos()) {
        return failure("within " + inSeconds(timeout.toNanos()), log);
      }
      long patience = Math.min(timeout.toNanos() - elapsed, tell - System.nanoTime());
      List<String> lines = arrived.poll(Math.max(0, patience), TimeUnit.NANOSECONDS);
      if (lines != null) {
        lines.forEach(log::read);
        if (arrived.isEmpty() && standing(log).isComplete()) {
          return new Result(true, expected.inWords() + " greeted");
        }
        if (lines.isEmpty()) {
          return failure("before the log ended", log);
        }
      }
      if (System.nanoTime() - tell >= 0) {
        tellProgress(log);
        tell += PROGRESS.toNanos();
      }
    }
  }

  /**
   * Hands on together what came together, so that nobody judges by a greeting and overlooks the
   * line behind it by which the link has changed. No lines at all are the end.
   */
  private static void readInto(BlockingQueue<List<String>> arrived, InputStream in) {
    try {
      BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      List<String> lines = new ArrayList<>();
      try {
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
          lines.add(line);
          if (lines.size() == LINES_AT_ONCE || !reader.ready()) {
            arrived.put(lines);
            lines = new ArrayList<>();
          }
        }
      } catch (IOException e) {
        // As good as its end: whoever waits is told who is missing.
      }
      if (!lines.isEmpty()) {
        arrived.put(lines);
      }
      arrived.put(List.of());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Expected.Standing standing(LabLog log) {
    return expected.standing(log, System.nanoTime());
  }

  private void tellProgress(LabLog log) {
    Expected.Standing standing = standing(log);
    String line =
        "%s of %s greeted, waiting for %s"
            .formatted(standing.greeted(), expected.total(), String.join("; ", standing.missing()));
    if (!line.equals(told)) {
      progress.accept(line);
      told = line;
    }
  }

  private Result failure(String when, LabLog log) {
    Expected.Standing standing = standing(log);
    return new Result(
        false,
        "%s of %s greeted %s; waited for %s"
            .formatted(
                standing.greeted(),
                expected.total(),
                when,
                standing.isComplete()
                    ? "nobody, it was just too late"
                    : String.join("; ", standing.missing())));
  }

  private static String inSeconds(long nanos) {
    return Tenths.of(nanos / 1e9) + " s";
  }
}
