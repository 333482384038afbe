package nearfar.lab;

import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.OptionalLong;
import nearfar.common.log.ExchangeEvent;
import nearfar.common.log.LogEvent;
import org.jspecify.annotations.Nullable;

/**
 * One attempt of a client to be greeted, from the client's log.
 *
 * @param client the client's name, such as {@code client-wan-2}
 * @param startNanos when the client began to connect, by {@link System#nanoTime}; all containers of
 *     a Linux host have the same clock
 * @param endNanos when the last byte arrived or the exchange failed
 * @param connect the time to connect; null if there was no connection
 * @param greeting from the start of connecting to the last byte; null if there was no greeting
 * @param reason why there was no greeting, such as {@code refused}; null if there was one
 * @param bytes the number of bytes received
 * @param crc32c the checksum (RFC 3720, appendix B.4) of the bytes received, in eight hexadecimal
 *     digits; null if there were none
 */
public record Exchange(
    String client,
    long startNanos,
    long endNanos,
    @Nullable Duration connect,
    @Nullable Duration greeting,
    @Nullable String reason,
    long bytes,
    @Nullable String crc32c) {

  /** Whether the client received a greeting. */
  public boolean greeted() {
    return reason == null;
  }

  /**
   * The time from the start of connecting to the last byte.
   *
   * @throws IllegalStateException if there was no greeting
   */
  public Duration greetingTime() {
    if (greeting == null) {
      throw new IllegalStateException(client + " was not greeted: " + reason);
    }
    return greeting;
  }

  static boolean isExchange(JsonObject line) {
    return ExchangeEvent.is(new LogEvent(line));
  }

  static Exchange from(String client, JsonObject line) {
    ExchangeEvent event = ExchangeEvent.of(new LogEvent(line));
    return new Exchange(
        client,
        event.startNanos(),
        event.endNanos(),
        duration(event.connectNanos()),
        duration(event.greetingNanos()),
        event.reason(),
        event.bytes(),
        event.crc32c());
  }

  private static @Nullable Duration duration(OptionalLong nanos) {
    return nanos.isPresent() ? Duration.ofNanos(nanos.getAsLong()) : null;
  }
}
