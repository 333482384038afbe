package nearfar.client;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * The totals of a watch since its start. Connect times cover all established connections, including
 * those without a greeting. Not thread-safe.
 */
public final class Totals {

  private final Percentiles connect = new Percentiles();
  private final Percentiles greeting = new Percentiles();
  private final Map<Reason, Long> reasons = new EnumMap<>(Reason.class);
  private long greetings;
  private long failures;

  void add(Exchange exchange) {
    exchange.connectTook().ifPresent(connect::add);
    if (exchange instanceof Exchange.Greeted greeted) {
      greetings++;
      greeting.add(greeted.greetingTook());
    } else if (exchange instanceof Exchange.Failed failed) {
      failures++;
      reasons.merge(failed.reason(), 1L, Long::sum);
    }
  }

  public long greetings() {
    return greetings;
  }

  public long failures() {
    return failures;
  }

  /** Number of failures by reason; reasons that did not occur are absent. */
  public Map<Reason, Long> reasons() {
    return Collections.unmodifiableMap(reasons);
  }

  public Percentiles connect() {
    return connect;
  }

  public Percentiles greeting() {
    return greeting;
  }
}
