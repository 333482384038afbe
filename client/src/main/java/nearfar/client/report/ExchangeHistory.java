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

/** The exchanges in one client's log, back to its first line or the host's last boot. */
final class ExchangeHistory {

  static final long NONE = -1;

  /**
   * One exchange, with its times rounded down to microseconds.
   *
   * @param connectMicros {@link #NONE} if there was no connection
   * @param greetingMicros {@link #NONE} if there was no greeting
   * @param reason null if greeted
   */
  record LoggedExchange(
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
   * @param rotated whether earlier lines were lost; otherwise the client started here
   */
  record LogStart(long nanos, Instant time, boolean rotated) {}

  private final String name;
  private final String service;
  private final List<LoggedExchange> exchanges = new ArrayList<>();
  private @Nullable LogStart logStart;
  private long lastNanos = Long.MIN_VALUE;
  private Duration interval = Duration.ofSeconds(1);

  ExchangeHistory(String name, String service) {
    this.name = name;
    this.service = service;
  }

  /**
   * Reads the next event of this client's log; ignores events of other kinds.
   *
   * @throws IllegalArgumentException if a field is missing
   */
  void read(LogEvent event) {
    switch (event.name()) {
      case "watching" -> {
        long at = event.number("at_ns");
        interval = Duration.ofNanos(event.millisIfAny("interval_ms").orElse(interval.toNanos()));
        startLogAt(at, event, false);
        lastNanos = at;
      }
      case "greeted", "failed" -> add(event);
      default -> {}
    }
  }

  private void add(LogEvent event) {
    ExchangeEvent exchange = ExchangeEvent.of(event);
    startLogAt(exchange.startNanos(), event, true);
    exchanges.add(
        new LoggedExchange(
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
  private void startLogAt(long nanos, LogEvent event, boolean rotated) {
    if (nanos < lastNanos) {
      exchanges.clear();
      logStart = null;
    }
    if (logStart == null) {
      logStart = new LogStart(nanos, event.time(), rotated);
    }
  }

  /** The container's name, such as {@code client-wan-1}. */
  String name() {
    return name;
  }

  /** The Compose service, such as {@code client-wan}. */
  String service() {
    return service;
  }

  /** All exchanges, oldest first. */
  List<LoggedExchange> exchanges() {
    return Collections.unmodifiableList(exchanges);
  }

  @Nullable LoggedExchange last() {
    return exchanges.isEmpty() ? null : exchanges.getLast();
  }

  /** The first event of the log, or null before it. */
  @Nullable LogStart logStart() {
    return logStart;
  }

  Duration interval() {
    return interval;
  }
}
