package nearfar.lab;

import com.google.gson.JsonObject;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One attempt of a client to be greeted, as the client tells it.
 *
 * @param client the client's name, such as {@code client-wan-2}
 * @param startNanos when it began to connect, by {@link System#nanoTime}, which is one clock for
 *     all containers of a Linux host
 * @param endNanos when the last byte was there, or the failure
 * @param connect how long connecting took; null if it never did
 * @param greeting from the start of connecting to the last byte; null if it was not greeted
 * @param reason why it was not greeted, such as {@code refused}; null if it was
 * @param bytes how many bytes came
 * @param crc32c the checksum (RFC 3720, appendix B.4) of the bytes that came, in eight hexadecimal
 *     digits; null if none came
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

  public boolean greeted() {
    return reason == null;
  }

  /** How long the greeting took. */
  public Duration greetingTime() {
    if (greeting == null) {
      throw new IllegalStateException(client + " was not greeted: " + reason);
    }
    return greeting;
  }

  static boolean isExchange(JsonObject line) {
    String event = line.get("event").getAsString();
    return event.equals("greeted") || event.equals("failed");
  }

  static Exchange from(String client, JsonObject line) {
    return new Exchange(
        client,
        line.get("start_ns").getAsLong(),
        line.get("end_ns").getAsLong(),
        duration(line, "connect_ms"),
        duration(line, "greeting_ms"),
        text(line, "reason"),
        line.has("bytes") ? line.get("bytes").getAsLong() : 0,
        text(line, "crc32c"));
  }

  private static @Nullable String text(JsonObject line, String field) {
    return line.has(field) ? line.get(field).getAsString() : null;
  }

  private static @Nullable Duration duration(JsonObject line, String field) {
    return line.has(field)
        ? Duration.ofNanos(Math.round(line.get(field).getAsDouble() * 1e6))
        : null;
  }
}
