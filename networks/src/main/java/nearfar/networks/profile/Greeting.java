package nearfar.networks.profile;

import java.time.Duration;
import nearfar.networks.link.Impairment;
import nearfar.networks.link.Link;
import nearfar.networks.link.Rate;
import org.jspecify.annotations.Nullable;

/**
 * How long a greeting takes over a link, from the start of connect to its last byte, if only the
 * link takes time.
 *
 * @param least with all delays at their shortest
 * @param most with all delays at their longest
 */
public record Greeting(Duration least, Duration most) {
  /** The size of the lab server's default greeting. */
  public static final int BYTES = "connection formed successfully\n".length();

  private static final long NANOS_PER_SECOND = 1_000_000_000;

  /**
   * Over this lab's gateway, which is near: connecting takes no time, and the data takes the delay
   * down.
   */
  public static Greeting here(Link link) {
    return over(link, link.down().delay(), link.down().jitter());
  }

  /** Over a real network, where the handshake has to cross the link before the greeting does. */
  public static Greeting real(Link link) {
    Impairment down = link.down();
    Impairment up = link.up();
    Duration twoRoundTrips = down.delay().plus(up.delay()).multipliedBy(2);
    return over(link, twoRoundTrips, down.jitter().plus(up.jitter()).multipliedBy(2));
  }

  private static Greeting over(Link link, Duration delay, Duration jitter) {
    Duration middle = delay.plus(transfer(link.down().rate()));
    return new Greeting(middle.minus(jitter), middle.plus(jitter));
  }

  private static Duration transfer(@Nullable Rate rate) {
    return rate == null
        ? Duration.ZERO
        : Duration.ofNanos(BYTES * 8L * NANOS_PER_SECOND / rate.bitsPerSecond());
  }

  /** In whole milliseconds: {@code 279 ms}, or {@code 30–40 ms} where there is jitter. */
  @Override
  public String toString() {
    long from = millis(least);
    long to = millis(most);
    return from == to ? "%d ms".formatted(from) : "%d–%d ms".formatted(from, to);
  }

  private static long millis(Duration duration) {
    return Math.round(duration.toNanos() / 1e6);
  }
}
