package nearfar.client.openloop;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import nearfar.client.Percentiles;
import nearfar.client.Reason;
import nearfar.client.Received;
import org.jspecify.annotations.Nullable;

/**
 * The result of a load: each arrival is greeted, wrong, failed, unfinished or missed. Connect times
 * cover all established connections, the other times only greetings. The load's thread writes it;
 * read it after the load has ended.
 */
public final class OpenLoopResult {

  private final Percentiles late = new Percentiles();
  private final Percentiles connect = new Percentiles();
  private final Percentiles greeting = new Percentiles();
  private final Percentiles response = new Percentiles();
  private final Map<Reason, Long> reasons = new EnumMap<>(Reason.class);
  private @Nullable Received greetingReceived;
  private @Nullable String otherFailure;
  private long due;
  private long greetings;
  private long failures;
  private long wrong;
  private long unfinished;
  private long missed;
  private int mostAtOnce;
  private long tookNanos;

  OpenLoopResult() {}

  void addDue() {
    due++;
  }

  void started(long lateNanos, int atOnce) {
    late.add(Math.max(0, lateNanos));
    mostAtOnce = Math.max(mostAtOnce, atOnce);
  }

  void connected(long connectNanos) {
    connect.add(connectNanos);
  }

  void greeted(Received received, long greetingNanos, long responseNanos) {
    if (greetingReceived == null) {
      greetingReceived = received;
    }
    greetings++;
    greeting.add(greetingNanos);
    response.add(responseNanos);
  }

  void wrongGreeting() {
    wrong++;
  }

  void failed(Reason reason, String message) {
    failures++;
    reasons.merge(reason, 1L, Long::sum);
    if (reason == Reason.OTHER && otherFailure == null) {
      otherFailure = message;
    }
  }

  void complete(long unfinishedNow, long missedNow, long nanos) {
    unfinished = unfinishedNow;
    missed = missedNow;
    tookNanos = nanos;
  }

  /** The number of arrivals that were due: all, unless the load was stopped. */
  public long due() {
    return due;
  }

  public long greetings() {
    return greetings;
  }

  /** Complete exchanges with other bytes than expected. */
  public long wrong() {
    return wrong;
  }

  public long failures() {
    return failures;
  }

  /** Number of failures by reason; reasons that did not occur are absent. */
  public Map<Reason, Long> reasons() {
    return Collections.unmodifiableMap(reasons);
  }

  /** The system's message for the first failure with {@link Reason#OTHER}; null if none. */
  public @Nullable String otherFailure() {
    return otherFailure;
  }

  /** Exchanges that were running when the load was stopped. */
  public long unfinished() {
    return unfinished;
  }

  /** Arrivals that never started because their client was busy until the end. */
  public long missed() {
    return missed;
  }

  public int mostAtOnce() {
    return mostAtOnce;
  }

  /** Length and checksum of the first greeting; null if there was none. */
  public @Nullable Received greetingReceived() {
    return greetingReceived;
  }

  /** From the start of the plan to its end, to the end of the last exchange, or to a stop. */
  public long tookNanos() {
    return tookNanos;
  }

  /** Greetings per second, over {@link #tookNanos}. */
  public double rate() {
    return greetings * 1e9 / Math.max(1, tookNanos);
  }

  /** From the scheduled arrival to the start of connect. */
  public Percentiles late() {
    return late;
  }

  public Percentiles connect() {
    return connect;
  }

  /** From the start of connect to the last byte: the server's time for an accepted client. */
  public Percentiles greeting() {
    return greeting;
  }

  /** From the scheduled arrival to the last byte: the client's waiting time. */
  public Percentiles response() {
    return response;
  }

  /** Whether there was a greeting and no exchange failed, was wrong or was missed. */
  public boolean allGreeted() {
    return greetings > 0 && failures + wrong + missed == 0;
  }
}
