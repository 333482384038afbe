package nearfar.client;

import java.time.Duration;

/** Where a watch tells what it sees, an event at a time and in order. */
public interface WatchLog {

  /**
   * The watch begins; the first exchange comes at once.
   *
   * @param atNanos {@link System#nanoTime()}
   */
  void watching(long atNanos, GreetingClient client, Duration interval);

  void exchanged(Exchange exchange);

  /** The watch is over. */
  void totals(Totals totals);
}
