package nearfar.lab.junit;

import java.time.Duration;
import java.util.List;
import nearfar.lab.Client;
import nearfar.lab.Lab;

/**
 * Expectations of a lab with a time limit, which starts with the call of {@link #within}. An
 * expectation returns as soon as it holds, and fails when the time is over.
 *
 * <pre>{@code
 * within(Duration.ofSeconds(1)).everyone(lab.far()).isGreeted();
 * within(Duration.ofSeconds(5)).over(lab).succeeds("the service answers", () -> service.ping());
 * }</pre>
 *
 * <p>A failed expectation calibrates the lab's link, which takes a few seconds. If the link is as
 * asked, the test fails with what was expected, what was measured, and the calibration. If it is
 * not, the result is inconclusive: the test is aborted, which is neither a success nor a failure,
 * with the deviation and its likely cause.
 */
public final class Within {
  private final long fromNanos = System.nanoTime();
  private final Duration limit;

  private Within(Duration limit) {
    if (limit.isNegative() || limit.isZero()) {
      throw new IllegalArgumentException(
          "within %s: the time limit must be positive".formatted(limit));
    }
    this.limit = limit;
  }

  /** Starts a time limit now. */
  public static Within within(Duration limit) {
    return new Within(limit);
  }

  /**
   * Expectations of each of these clients.
   *
   * @throws IllegalArgumentException if there are none, or they are of several labs
   */
  public WithinClients everyone(List<Client> clients) {
    return new WithinClients(fromNanos, limit, clients);
  }

  /** Expectations of this client. */
  public WithinClients client(Client client) {
    return everyone(List.of(client));
  }

  /** Expectations of a client outside that lab, such as the test's own. */
  public WithinLab over(Lab lab) {
    return new WithinLab(fromNanos, limit, lab);
  }
}
