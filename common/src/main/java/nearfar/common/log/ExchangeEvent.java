package nearfar.common.log;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A client's event {@code greeted} or {@code failed}.
 *
 * @param startNanos when the client began to connect, by {@link System#nanoTime}
 * @param endNanos when the last byte arrived or the exchange failed
 * @param connectNanos the time to connect; empty if there was no connection
 * @param greetingNanos the time to the last byte; empty if there was no greeting
 * @param reason why there was no greeting; null if there was one
 * @param bytes the number of bytes received
 * @param crc32c of these bytes; null if there were none
 */
public record ExchangeEvent(
    long startNanos,
    long endNanos,
    OptionalLong connectNanos,
    OptionalLong greetingNanos,
    @Nullable String reason,
    long bytes,
    @Nullable String crc32c) {

  /** Whether the event is one that {@link #of} reads. */
  public static boolean is(LogEvent event) {
    String name = event.textOrNull("event");
    return "greeted".equals(name) || "failed".equals(name);
  }

  /**
   * Reads the event.
   *
   * @throws IllegalArgumentException if it lacks a field, or {@link #is} is false for it
   */
  public static ExchangeEvent of(LogEvent event) {
    if (!is(event)) {
      throw new IllegalArgumentException("not an exchange: " + event.json());
    }
    boolean greeted = event.name().equals("greeted");
    return new ExchangeEvent(
        event.number("start_ns"),
        event.number("end_ns"),
        greeted ? OptionalLong.of(event.millis("connect_ms")) : event.millisIfAny("connect_ms"),
        greeted ? OptionalLong.of(event.millis("greeting_ms")) : OptionalLong.empty(),
        greeted ? null : event.text("reason").intern(),
        event.json().has("bytes") ? event.number("bytes") : 0,
        event.textOrNull("crc32c"));
  }
}
