package nearfar.lab.scenario;

import java.time.Duration;
import java.util.List;

/**
 * What an expectation says of the exchanges that count. None holds where nothing was seen: each
 * client that is meant has to have one exchange that counts, and a percentile wants more.
 */
public sealed interface Claim {

  /** Each client was greeted at least once. */
  record EveryoneGreeted() implements Claim {}

  /**
   * No client was greeted, though each tried: one that waits in vain from the window's beginning to
   * its end has tried, too.
   */
  record NobodyGreeted() implements Claim {}

  /** The first greeting of each client had arrived that long after the window's beginning. */
  record GreetedWithin(Duration atMost) implements Claim {}

  /**
   * The share of failures among all exchanges.
   *
   * @param percent 0 to 100
   * @param reasons those that a failure may have, such as {@code reset}; empty allows any
   */
  record Failures(Range percent, List<String> reasons) implements Claim {
    public Failures {
      reasons = List.copyOf(reasons);
    }
  }

  /**
   * A percentile of a time, of the exchanges during which the link was not being changed. It wants
   * ten of them, and as many that one lies beyond it: 20 for the 95th, 100 for the 99th.
   *
   * @param percentile above 0, at most 100
   * @param millis bounds in milliseconds
   */
  record Time(Kind kind, double percentile, Range millis) implements Claim {
    /** Which time. */
    public enum Kind {
      CONNECT,
      GREETING
    }
  }

  /** Every exchange received the very bytes that the service sends, no more and no less. */
  record WholeGreetings() implements Claim {}

  /** How many bytes each exchange received, greeted or not. */
  record Received(Range bytes) implements Claim {}
}
