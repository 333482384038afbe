package nearfar.client;

import java.time.Duration;

/** Receives the events of a watch, one at a time and in order. */
public interface WatchLog {

  /**
   * The watch begins; the first exchange follows at once.
   *
   * @param atNanos {@link System#nanoTime()}
   */
  void watching(long atNanos, GreetingClient client, Duration interval);

  void exchanged(Exchange exchange);

  /** The watch is over. */
  void totals(Totals totals);
}
