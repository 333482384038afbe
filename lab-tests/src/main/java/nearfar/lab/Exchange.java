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
 */
public record Exchange(
    String client,
    long startNanos,
    long endNanos,
    @Nullable Duration connect,
    @Nullable Duration greeting,
    @Nullable String reason) {

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
        line.has("reason") ? line.get("reason").getAsString() : null);
  }

  private static @Nullable Duration duration(JsonObject line, String field) {
    return line.has(field)
        ? Duration.ofNanos(Math.round(line.get(field).getAsDouble() * 1e6))
        : null;
  }
}
