package nearfar.lab.scenario;

import java.time.Duration;
import java.util.List;

/**
 * What an expectation claims about the exchanges in its window. Without exchanges no claim holds:
 * each selected client needs one exchange in the window, and a percentile needs more.
 */
public sealed interface Claim {

  /** Each client was greeted at least once. */
  record EveryoneGreeted() implements Claim {}

  /**
   * No client was greeted, although each tried. A client that waits from the window's beginning to
   * its end has tried.
   */
  record NobodyGreeted() implements Claim {}

  /** Each client's first greeting arrived within this time of the window's beginning. */
  record GreetedWithin(Duration atMost) implements Claim {}

  /**
   * The share of failures among all exchanges.
   *
   * @param percent 0 to 100
   * @param reasons the allowed reasons, such as {@code reset}; empty allows any
   */
  record Failures(Range percent, List<String> reasons) implements Claim {
    public Failures {
      reasons = List.copyOf(reasons);
    }
  }

  /**
   * A percentile of a time, over the exchanges that no change of the link overlaps. It needs ten of
   * them, and enough for one beyond the percentile: 20 for the 95th, 100 for the 99th.
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

  /** Every exchange received exactly the bytes that the service sends. */
  record WholeGreetings() implements Claim {}

  /** The number of bytes that each exchange received, greeted or not. */
  record Received(Range bytes) implements Claim {}
}
