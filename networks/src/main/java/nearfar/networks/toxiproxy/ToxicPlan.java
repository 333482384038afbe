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
 * The toxics of a link and its faults, in their order on the proxy. In each direction the latency
 * comes before the bandwidth: then the two add up; in the other order the latency would pass while
 * the transfer lasts. A limit comes before both: after it is reached it takes no more data, and
 * Toxiproxy 2.12 blocks permanently if it then changes a toxic that waits to pass data to it. The
 * upstream toxics come first, as Toxiproxy lists them.
 *
 * @param toxics none for a link that adds nothing
 */
public record ToxicPlan(List<ToxicSpec> toxics) {
  /** One hour: longer than any client waits, and known to work with Toxiproxy. */
  private static final long HELD_MILLIS = 3_600_000;

  /** Data sent before reaches the client in this time, so the reset does not discard it. */
  private static final long RESET_AFTER_MILLIS = 200;

  /** The end of a connection comes after its data. */
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
    toxics = List.copyOf(toxics);
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
    List<ToxicSpec> faultToxics =
        faults.all().stream()
            .flatMap(fault -> toxics(fault).stream())
            .sorted((one, other) -> Integer.compare(position(one), position(other)))
            .toList();
    List<ToxicSpec> toxics = new ArrayList<>();
    add(toxics, link.up(), ToxicDirection.UPSTREAM, "up");
    faultToxics.stream().filter(LimitDataToxic.class::isInstance).forEach(toxics::add);
    add(toxics, link.down(), ToxicDirection.DOWNSTREAM, "down");
    faultToxics.stream().filter(each -> !(each instanceof LimitDataToxic)).forEach(toxics::add);
    return new ToxicPlan(toxics);
  }

  /** The position in the list. Not a serialisable Comparator, which no AOT cache keeps. */
  private static int position(ToxicSpec toxic) {
    return ORDER.indexOf(toxic.getClass());
  }

  private static List<ToxicSpec> toxics(Fault fault) {
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

  /** Returns the plan of a proxy that holds back all data and all ends. */
  public static ToxicPlan hold() {
    return new ToxicPlan(
        List.of(
            new LatencyToxic("up-delay", ToxicDirection.UPSTREAM, HELD_MILLIS, 0),
            new LatencyToxic("down-delay", ToxicDirection.DOWNSTREAM, HELD_MILLIS, 0)));
  }

  private static void add(
      List<ToxicSpec> toxics, Impairment impairment, ToxicDirection direction, String way) {
    if (!impairment.delay().isZero()) {
      long delay = millis(impairment.delay(), way + " delay");
      long jitter = millis(impairment.jitter(), way + " jitter");
      toxics.add(new LatencyToxic(way + "-delay", direction, delay, jitter));
    }
    if (impairment.rate() != null) {
      toxics.add(
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
