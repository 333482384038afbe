package nearfar.client.report;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import nearfar.common.log.ExchangeEvent;
import nearfar.common.log.LogEvent;
import org.jspecify.annotations.Nullable;

/** What one client has said, as far as its log goes back, and since the host was started. */
final class ClientHistory {

  static final long NONE = -1;

  /**
   * One exchange; its times come from the log in microseconds.
   *
   * @param connectMicros {@link #NONE} if there was no connection
   * @param greetingMicros {@link #NONE} if there was no greeting
   * @param reason null if greeted
   */
  record Seen(
      long startNanos,
      long endNanos,
      int connectMicros,
      int greetingMicros,
      @Nullable String reason) {
    boolean isGreeting() {
      return reason == null;
    }
  }

  /**
   * Where the log begins.
   *
   * @param rotated whether there were lines before that are gone; else the client started here
   */
  record Begin(long nanos, Instant time, boolean rotated) {}

  private final String name;
  private final String service;
  private final List<Seen> exchanges = new ArrayList<>();
  private @Nullable Begin begin;
  private long lastNanos = Long.MIN_VALUE;
  private Duration interval = Duration.ofSeconds(1);

  ClientHistory(String name, String service) {
    this.name = name;
    this.service = service;
  }

  /**
   * Takes in the next line of this client's log; events of other kinds are passed over.
   *
   * @throws IllegalArgumentException if it lacks a field
   */
  void read(LogEvent event) {
    switch (event.name()) {
      case "watching" -> {
        long at = event.number("at_ns");
        interval = Duration.ofNanos(event.millisIfAny("interval_ms").orElse(interval.toNanos()));
        beginAt(at, event, false);
        lastNanos = at;
      }
      case "greeted", "failed" -> add(event);
      default -> {}
    }
  }

  private void add(LogEvent event) {
    ExchangeEvent exchange = ExchangeEvent.of(event);
    beginAt(exchange.startNanos(), event, true);
    exchanges.add(
        new Seen(
            exchange.startNanos(),
            exchange.endNanos(),
            micros(exchange.connectNanos()),
            micros(exchange.greetingNanos()),
            exchange.reason()));
    lastNanos = exchange.endNanos();
  }

  private static int micros(OptionalLong nanos) {
    return nanos.isEmpty()
        ? (int) NONE
        : (int) Math.min(nanos.getAsLong() / 1000, Integer.MAX_VALUE);
  }

  /** A clock that has gone back is that of a host that was started anew. */
  private void beginAt(long nanos, LogEvent event, boolean rotated) {
    if (nanos < lastNanos) {
      exchanges.clear();
      begin = null;
    }
    if (begin == null) {
      begin = new Begin(nanos, event.time(), rotated);
    }
  }

  /** Such as {@code client-wan-1}. */
  String name() {
    return name;
  }

  /** Such as {@code client-wan}. */
  String service() {
    return service;
  }

  /** In the order in which they were made. */
  List<Seen> exchanges() {
    return Collections.unmodifiableList(exchanges);
  }

  @Nullable Seen last() {
    return exchanges.isEmpty() ? null : exchanges.getLast();
  }

  /** Null before the first line. */
  @Nullable Begin begin() {
    return begin;
  }

  Duration interval() {
    return interval;
  }
}
