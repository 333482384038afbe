package nearfar.networks.toxiproxy;

import eu.rekawek.toxiproxy.model.ToxicDirection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import nearfar.networks.link.Durations;
import nearfar.networks.link.Impairment;
import nearfar.networks.link.Link;
import nearfar.networks.link.Rate;

/**
 * The toxics that make a link, in the order in which they stand on the proxy. In each direction the
 * latency stands before the bandwidth: then the two add up; after it, the latency would pass while
 * the transfer lasts. The upstream toxics come first, as Toxiproxy lists them.
 *
 * @param settings none for a link that adds nothing
 */
public record ToxicPlan(List<Setting> settings) {
  /** Longer than anybody waits, and the largest that Toxiproxy is known to hold: one hour. */
  private static final long HELD_MILLIS = 3_600_000;

  private static final long NANOS_PER_MILLI = 1_000_000;
  private static final long BITS_PER_KILOBYTE = 8_000;

  public ToxicPlan {
    settings = List.copyOf(settings);
  }

  /**
   * Returns the plan for a link.
   *
   * @throws IllegalArgumentException if Toxiproxy cannot represent a value; names the nearest it
   *     can
   */
  public static ToxicPlan of(Link link) {
    List<Setting> settings = new ArrayList<>();
    add(settings, link.up(), ToxicDirection.UPSTREAM, "up");
    add(settings, link.down(), ToxicDirection.DOWNSTREAM, "down");
    return new ToxicPlan(settings);
  }

  /** Returns the plan of a proxy through which nothing passes and nothing ends. */
  public static ToxicPlan hold() {
    return new ToxicPlan(
        List.of(
            new LatencySetting("up-delay", ToxicDirection.UPSTREAM, HELD_MILLIS, 0),
            new LatencySetting("down-delay", ToxicDirection.DOWNSTREAM, HELD_MILLIS, 0)));
  }

  private static void add(
      List<Setting> settings, Impairment impairment, ToxicDirection direction, String way) {
    if (!impairment.delay().isZero()) {
      long delay = millis(impairment.delay(), way + " delay");
      long jitter = millis(impairment.jitter(), way + " jitter");
      settings.add(new LatencySetting(way + "-delay", direction, delay, jitter));
    }
    if (impairment.rate() != null) {
      settings.add(
          new BandwidthSetting(
              way + "-rate", direction, kilobytesPerSecond(impairment.rate(), way + " rate")));
    }
  }

  private static long millis(Duration duration, String what) {
    long nanos = duration.toNanos();
    if (duration.compareTo(Duration.ofMillis(HELD_MILLIS)) > 0) {
      throw new IllegalArgumentException(
          "%s: %s is more than Toxiproxy holds, at most 3600s"
              .formatted(what, Durations.format(duration)));
    }
    if (nanos % NANOS_PER_MILLI != 0) {
      long below = nanos / NANOS_PER_MILLI;
      throw new IllegalArgumentException(
          "%s: Toxiproxy counts whole milliseconds, %s is between %dms and %dms"
              .formatted(what, Durations.format(duration), below, below + 1));
    }
    return nanos / NANOS_PER_MILLI;
  }

  private static long kilobytesPerSecond(Rate rate, String what) {
    long below = rate.bitsPerSecond() / BITS_PER_KILOBYTE;
    if (rate.bitsPerSecond() % BITS_PER_KILOBYTE != 0) {
      Rate above = new Rate((below + 1) * BITS_PER_KILOBYTE);
      String nearest =
          below == 0 ? above.toString() : new Rate(below * BITS_PER_KILOBYTE) + " or " + above;
      throw new IllegalArgumentException(
          "%s: Toxiproxy counts whole KB/s (8kbit), %s is none; the nearest is %s"
              .formatted(what, rate, nearest));
    }
    return below;
  }
}
