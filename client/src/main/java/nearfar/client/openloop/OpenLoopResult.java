package nearfar.client.openloop;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import nearfar.client.Percentiles;
import nearfar.client.Reason;
import nearfar.client.Received;
import org.jspecify.annotations.Nullable;

/**
 * What came of the appointments of a load: each is greeted, wrong, failed, unfinished or missed.
 * The times to connect are of all connections that stood; the others of greetings alone. Changed by
 * the thread of the load, to be read once that is over.
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

  void cameDue() {
    due++;
  }

  void begun(long lateNanos, int atOnce) {
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

  void greetedWrongly() {
    wrong++;
  }

  void failed(Reason reason, String words) {
    failures++;
    reasons.merge(reason, 1L, Long::sum);
    if (reason == Reason.OTHER && otherFailure == null) {
      otherFailure = words;
    }
  }

  void over(long unfinishedNow, long missedNow, long nanos) {
    unfinished = unfinishedNow;
    missed = missedNow;
    tookNanos = nanos;
  }

  /** How many appointments have come due; all of them, unless the load was stopped. */
  public long due() {
    return due;
  }

  public long greetings() {
    return greetings;
  }

  /** Exchanges that ended well, but with other bytes than those that were to come. */
  public long wrong() {
    return wrong;
  }

  public long failures() {
    return failures;
  }

  /** How many failures there were of each kind; kinds that did not occur are absent. */
  public Map<Reason, Long> reasons() {
    return Collections.unmodifiableMap(reasons);
  }

  /** The system's words for the first failure that has no kind of its own. */
  public @Nullable String otherFailure() {
    return otherFailure;
  }

  /** Exchanges that were under way when the load was stopped. */
  public long unfinished() {
    return unfinished;
  }

  /** Appointments that were never kept: their client was busy with an earlier one to the end. */
  public long missed() {
    return missed;
  }

  public int mostAtOnce() {
    return mostAtOnce;
  }

  /** What a greeting consists of; null if there was none. */
  public @Nullable Received greetingReceived() {
    return greetingReceived;
  }

  /** From the first moment of the plan to its end, or to the last exchange's or a stop. */
  public long tookNanos() {
    return tookNanos;
  }

  /** Greetings per second, over all that time. */
  public double rate() {
    return greetings * 1e9 / Math.max(1, tookNanos);
  }

  /** From an appointment to the start of connect. */
  public Percentiles late() {
    return late;
  }

  public Percentiles connect() {
    return connect;
  }

  /** From the start of connect to the last byte: what the server took, for whom it let in. */
  public Percentiles greeting() {
    return greeting;
  }

  /** From the appointment to the last byte: what whoever came by appointment has waited. */
  public Percentiles response() {
    return response;
  }

  /** Whether somebody was greeted, and all who were not cut off by a stop were. */
  public boolean allGreeted() {
    return greetings > 0 && failures + wrong + missed == 0;
  }
}
