package nearfar.lab.junit;

import java.time.Duration;
import java.util.concurrent.Callable;
import nearfar.lab.Lab;
import nearfar.lab.report.LabReport.Outcome;
import nearfar.lab.report.LabReport.Row;
import nearfar.networks.link.Durations;
import org.jspecify.annotations.Nullable;

/** What a client of one's own has to see in a lab. See {@link Within}. */
public final class WithinLab {
  private final long fromNanos;
  private final Duration limit;
  private final Lab lab;

  WithinLab(long fromNanos, Duration limit, Lab lab) {
    this.fromNanos = fromNanos;
    this.limit = limit;
    this.lab = lab;
  }

  /**
   * Something is done again and again until it ends without an exception.
   *
   * @param what for people, such as {@code "the service answers"}
   * @param attempt called by this thread; it has to come back by itself, so give a client that it
   *     uses time-outs
   * @return what the first attempt returned that came back in time
   * @throws AssertionError if none did
   * @throws org.opentest4j.TestAbortedException if the link is not the one asked for
   */
  public <T extends @Nullable Object> T succeeds(String what, Callable<T> attempt) {
    Deadline deadline = new Deadline(fromNanos, limit);
    Attempts<T> attempts = deadline.insist(new Attempts<>(attempt)::another, Attempts::succeeded);
    if (attempts.succeeded() && !deadline.isBefore(attempts.endedNanos())) {
      return attempts.result();
    }
    throw Verdict.against(
        lab,
        new Row(
            what,
            "a client on the host",
            fromNanos,
            fromNanos + limit.toNanos(),
            "%s within %s".formatted(what, Durations.format(limit)),
            attempts.told(fromNanos),
            Outcome.FAILED));
  }
}
