package nearfar.lab.scenario.judge;

import nearfar.lab.Exchange;

/** A time from one moment to another, the latter not included, by {@link System#nanoTime}. */
record Span(long fromNanos, long toNanos) {

  boolean isEmpty() {
    return fromNanos >= toNanos;
  }

  /** Whether it contains the whole exchange. */
  boolean contains(Exchange exchange) {
    return exchange.startNanos() >= fromNanos && exchange.endNanos() < toNanos;
  }

  /** Whether it overlaps the exchange. */
  boolean touches(Exchange exchange) {
    return exchange.startNanos() < toNanos && exchange.endNanos() >= fromNanos;
  }
}
