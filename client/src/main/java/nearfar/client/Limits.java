package nearfar.client;

import java.time.Duration;

/**
 * The client's limits on the duration of an exchange and the length of a greeting.
 *
 * @param connectTimeout for all addresses of the host together; from 1 ms to 24 h
 * @param readTimeout for the whole greeting, from the connection to the end of the stream, which
 *     also limits a server that trickles; from 1 ms to 24 h
 * @param maxBytes the longest greeting, at least 1
 */
public record Limits(Duration connectTimeout, Duration readTimeout, long maxBytes) {

  public static final Duration SHORTEST = Duration.ofMillis(1);
  public static final Duration LONGEST = Duration.ofHours(24);

  public static final String DEFAULT_CONNECT_TIMEOUT = "5s";

  /** Long enough for a satellite link, and finite for a link that was cut. */
  public static final String DEFAULT_READ_TIMEOUT = "30s";

  public static final String DEFAULT_MAX_BYTES = "64MiB";

  public static final Limits DEFAULTS =
      new Limits(
          Durations.parse(DEFAULT_CONNECT_TIMEOUT),
          Durations.parse(DEFAULT_READ_TIMEOUT),
          64L << 20);

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException if a bound is out of its range; the message names it
   */
  public Limits {
    requireInRange("connect time-out", connectTimeout);
    requireInRange("read time-out", readTimeout);
    if (maxBytes < 1) {
      throw new IllegalArgumentException("max bytes is " + maxBytes + ", must be at least 1");
    }
  }

  private static void requireInRange(String what, Duration duration) {
    if (duration.compareTo(SHORTEST) < 0 || duration.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(what + " is " + duration + ", must be from 1ms to 24h");
    }
  }
}
