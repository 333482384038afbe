package nearfar.lab.junit;

import java.time.Duration;
import java.util.List;
import nearfar.lab.Client;
import nearfar.lab.Lab;

/**
 * Says what has to be seen in a lab, and within what time. It is waited for no longer than it takes
 * and no longer than the time, which runs from the call of {@link #within} on.
 *
 * <pre>{@code
 * within(Duration.ofSeconds(1)).everyone(lab.far()).isGreeted();
 * within(Duration.ofSeconds(5)).over(lab).succeeds("the service answers", () -> service.ping());
 * }</pre>
 *
 * <p>What is not seen fails the test with what was expected, what was measured, and what the lab's
 * present link is worth: then, and only then, it is calibrated, which takes a few seconds. Where
 * the link is not the one asked for, nothing can be said of the service: the test is aborted, which
 * is neither a success nor a failure, and says by how much and why.
 */
public final class Within {
  private final long fromNanos = System.nanoTime();
  private final Duration limit;

  private Within(Duration limit) {
    if (limit.isNegative() || limit.isZero()) {
      throw new IllegalArgumentException("within %s: it has to be more than none".formatted(limit));
    }
    this.limit = limit;
  }

  /** The time begins now. */
  public static Within within(Duration limit) {
    return new Within(limit);
  }

  /**
   * What has to be seen by each of these clients.
   *
   * @throws IllegalArgumentException if there are none, or they are of several labs
   */
  public WithinClients everyone(List<Client> clients) {
    return new WithinClients(fromNanos, limit, clients);
  }

  /** What has to be seen by this client. */
  public WithinClients client(Client client) {
    return everyone(List.of(client));
  }

  /** What a client of one's own has to see in that lab. */
  public WithinLab over(Lab lab) {
    return new WithinLab(fromNanos, limit, lab);
  }
}
