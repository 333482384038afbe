package nearfar.lab;

import java.time.Duration;
import java.time.temporal.ChronoUnit;

/**
 * How many clients a lab has, and how each makes its exchanges. Durations are whole milliseconds.
 *
 * @param near clients on the LAN, 0 to 59
 * @param far clients on the WAN, 0 to 59
 * @param interval from the start of a client's exchange to the start of its next, 1 ms to 24 h
 * @param connectTimeout the longest time for connecting, 1 ms to 24 h
 * @param readTimeout the longest time from the connection to the end of the greeting, 1 ms to 24 h
 * @param readsOnce whether a client takes the result of its first read as the whole greeting, as
 *     the tutorial's client does; otherwise it reads until the end
 */
public record ClientSettings(
    int near,
    int far,
    Duration interval,
    Duration connectTimeout,
    Duration readTimeout,
    boolean readsOnce) {

  private static final int MOST = 59;
  private static final Duration SHORTEST = Duration.ofMillis(1);
  private static final Duration LONGEST = Duration.ofHours(24);

  public ClientSettings {
    requireCount("near", near);
    requireCount("far", far);
    requireInRange("interval", interval);
    requireInRange("connect time-out", connectTimeout);
    requireInRange("read time-out", readTimeout);
  }

  private static void requireCount(String side, int clients) {
    if (clients < 0 || clients > MOST) {
      throw new IllegalArgumentException(
          "%d %s clients: a side's network has room for 0 to %d".formatted(clients, side, MOST));
    }
  }

  private static void requireInRange(String what, Duration duration) {
    if (duration.compareTo(SHORTEST) < 0 || duration.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "%s: %d ms, must be from 1ms to 24h".formatted(what, duration.toMillis()));
    }
    if (!duration.truncatedTo(ChronoUnit.MILLIS).equals(duration)) {
      throw new IllegalArgumentException(
          "%s: %s, must be whole milliseconds".formatted(what, duration));
    }
  }
}
