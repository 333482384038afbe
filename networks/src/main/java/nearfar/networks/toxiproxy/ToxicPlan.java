package nearfar.networks.toxiproxy;

import eu.rekawek.toxiproxy.model.ToxicDirection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import nearfar.networks.fault.BlackHole;
import nearfar.networks.fault.Cut;
import nearfar.networks.fault.Fault;
import nearfar.networks.fault.Faults;
import nearfar.networks.fault.Flapping;
import nearfar.networks.fault.Hang;
import nearfar.networks.fault.Partition;
import nearfar.networks.fault.Refused;
import nearfar.networks.fault.Reset;
import nearfar.networks.fault.ResetAfter;
import nearfar.networks.fault.Share;
import nearfar.networks.fault.Sliced;
import nearfar.networks.fault.SlowClose;
import nearfar.networks.fault.Truncated;
import nearfar.networks.link.Durations;
import nearfar.networks.link.Impairment;
import nearfar.networks.link.Link;
import nearfar.networks.link.Rate;

/**
 * The toxics that make a link and its faults, in the order in which they stand on the proxy. In
 * each direction the latency stands before the bandwidth: then the two add up; after it, the
 * latency would pass while the transfer lasts. A limit stands before both: once it is reached it
 * takes nothing any more, and Toxiproxy 2.12 stands still for good when it changes a toxic that
 * waits to pass on data there. The upstream toxics come first, as Toxiproxy lists them.
 *
 * @param settings none for a link that adds nothing
 */
public record ToxicPlan(List<ToxicSpec> settings) {
  /** Longer than anybody waits, and the largest that Toxiproxy is known to hold: one hour. */
  private static final long HELD_MILLIS = 3_600_000;

  /** What was sent before is with the client by then, and not lost in the reset. */
  private static final long RESET_AFTER_MILLIS = 200;

  /** The end waits for all that comes before it. */
  private static final List<Class<? extends ToxicSpec>> ORDER =
      List.of(
          LimitDataToxic.class,
          LatencyToxic.class,
          SlicerToxic.class,
          ResetPeerToxic.class,
          SlowCloseToxic.class);

  private static final long NANOS_PER_MICRO = 1_000;
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
    return of(link, Faults.NONE);
  }

  /**
   * Returns the plan for a link with faults, as far as they are made of toxics.
   *
   * @throws IllegalArgumentException if Toxiproxy cannot represent a value; names the nearest it
   *     can
   */
  public static ToxicPlan of(Link link, Faults faults) {
    List<ToxicSpec> ofFaults =
        faults.all().stream()
            .flatMap(fault -> settings(fault).stream())
            .sorted((one, other) -> Integer.compare(place(one), place(other)))
            .toList();
    List<ToxicSpec> settings = new ArrayList<>();
    add(settings, link.up(), ToxicDirection.UPSTREAM, "up");
    ofFaults.stream().filter(LimitDataToxic.class::isInstance).forEach(settings::add);
    add(settings, link.down(), ToxicDirection.DOWNSTREAM, "down");
    ofFaults.stream().filter(each -> !(each instanceof LimitDataToxic)).forEach(settings::add);
    return new ToxicPlan(settings);
  }

  /**
   * Where it stands in the list; not by a Comparator that can be serialised, which no AOT cache
   * keeps.
   */
  private static int place(ToxicSpec setting) {
    return ORDER.indexOf(setting.getClass());
  }

  private static List<ToxicSpec> settings(Fault fault) {
    return switch (fault) {
      case Hang(Share share) ->
          List.of(
              new LatencyToxic(
                  "hang", ToxicDirection.DOWNSTREAM, HELD_MILLIS, 0, share.fraction()));
      case Reset() -> List.of(new ResetPeerToxic(1));
      case ResetAfter(int bytes) ->
          List.of(
              new LimitDataToxic(bytes, 1),
              new ResetPeerToxic(0),
              new SlowCloseToxic(RESET_AFTER_MILLIS, 1));
      case Truncated(int bytes, Share share) ->
          List.of(new LimitDataToxic(bytes, share.fraction()));
      case Sliced(int bytes, Duration delay, Share share) ->
          List.of(new SlicerToxic(bytes, micros(delay, "sliced"), share.fraction()));
      case SlowClose(Duration delay, Share share) ->
          List.of(new SlowCloseToxic(millis(delay, "slow-close"), share.fraction()));
      case Refused none -> List.of();
      case Cut none -> List.of();
      case BlackHole none -> List.of();
      case Flapping none -> List.of();
      case Partition none -> List.of();
    };
  }

  /** Returns the plan of a proxy through which nothing passes and nothing ends. */
  public static ToxicPlan hold() {
    return new ToxicPlan(
        List.of(
            new LatencyToxic("up-delay", ToxicDirection.UPSTREAM, HELD_MILLIS, 0),
            new LatencyToxic("down-delay", ToxicDirection.DOWNSTREAM, HELD_MILLIS, 0)));
  }

  private static void add(
      List<ToxicSpec> settings, Impairment impairment, ToxicDirection direction, String way) {
    if (!impairment.delay().isZero()) {
      long delay = millis(impairment.delay(), way + " delay");
      long jitter = millis(impairment.jitter(), way + " jitter");
      settings.add(new LatencyToxic(way + "-delay", direction, delay, jitter));
    }
    if (impairment.rate() != null) {
      settings.add(
          new BandwidthToxic(
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

  private static long micros(Duration duration, String what) {
    long nanos = duration.toNanos();
    if (nanos % NANOS_PER_MICRO != 0) {
      throw new IllegalArgumentException(
          "%s: Toxiproxy counts whole microseconds here, %s is none"
              .formatted(what, Durations.format(duration)));
    }
    return nanos / NANOS_PER_MICRO;
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
