package nearfar.lab.junit;

import java.time.Duration;
import java.util.concurrent.Callable;
import nearfar.lab.Lab;
import nearfar.lab.report.LabReport.Outcome;
import nearfar.lab.report.LabReport.Row;
import nearfar.networks.link.Durations;
import org.jspecify.annotations.Nullable;

/** Expectations of a client outside the lab, such as the test's own. See {@link Within}. */
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
   * Calls an action again until it ends without an exception.
   *
   * @param what a description for messages, such as {@code "the service answers"}
   * @param attempt called by this thread; it must return by itself, so use time-outs in it
   * @return the result of the first attempt that succeeded in time
   * @throws AssertionError if none did
   * @throws org.opentest4j.TestAbortedException if the link is not as asked
   */
  public <T extends @Nullable Object> T succeeds(String what, Callable<T> attempt) {
    Deadline deadline = new Deadline(fromNanos, limit);
    Attempts<T> attempts = deadline.retry(new Attempts<>(attempt)::next, Attempts::succeeded);
    if (attempts.succeeded() && !deadline.passedAt(attempts.endedNanos())) {
      return attempts.result();
    }
    throw Verdict.of(
        lab,
        new Row(
            what,
            "a client on the host",
            fromNanos,
            fromNanos + limit.toNanos(),
            "%s within %s".formatted(what, Durations.format(limit)),
            attempts.description(fromNanos),
            Outcome.FAILED));
  }
}
