package nearfar.lab;

import java.util.List;

/** One of a lab's own clients. Thread-safe. */
public final class Client {
  private final Lab lab;
  private final Side side;
  private final String name;

  Client(Lab lab, Side side, String name) {
    this.lab = lab;
    this.side = side;
    this.name = name;
  }

  /** The lab of this client. */
  public Lab lab() {
    return lab;
  }

  /** The side on which it runs. */
  public Side side() {
    return side;
  }

  /** Its name, such as {@code client-wan-2}. */
  public String name() {
    return name;
  }

  /** Its exchanges since it was created, the oldest first. */
  public List<Exchange> exchanges() {
    return lab.exchanges(name);
  }

  /**
   * Its exchanges that began at or after a time, the oldest first.
   *
   * @param nanos by {@link System#nanoTime} of this process; on a Linux host the containers have
   *     the same clock
   */
  public List<Exchange> exchangesSince(long nanos) {
    return exchanges().stream().filter(exchange -> exchange.startNanos() - nanos >= 0).toList();
  }

  @Override
  public String toString() {
    return name;
  }
}
