package nearfar.lab;

import java.util.List;

/** One of a lab's own clients. May be used by several threads. */
public final class Client {
  private final Lab lab;
  private final Side side;
  private final String name;

  Client(Lab lab, Side side, String name) {
    this.lab = lab;
    this.side = side;
    this.name = name;
  }

  /** The lab that it is a client of. */
  public Lab lab() {
    return lab;
  }

  /** Where it sits. */
  public Side side() {
    return side;
  }

  /** Its name, such as {@code client-wan-2}. */
  public String name() {
    return name;
  }

  /** What it has told of its exchanges since it was created, the oldest first. */
  public List<Exchange> exchanges() {
    return lab.exchanges(name);
  }

  /**
   * Those of its exchanges that began at a moment or later, the oldest first.
   *
   * @param nanos by {@link System#nanoTime} of this process, which on a Linux host is the
   *     containers' clock too
   */
  public List<Exchange> exchangesSince(long nanos) {
    return exchanges().stream().filter(exchange -> exchange.startNanos() - nanos >= 0).toList();
  }

  @Override
  public String toString() {
    return name;
  }
}
