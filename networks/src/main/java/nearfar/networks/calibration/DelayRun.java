package nearfar.networks.calibration;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import nearfar.networks.calibration.PeerReports.Stamps;
import nearfar.networks.calibration.Plan.Target;
import nearfar.networks.calibration.Prober.LinkMeasurement;
import nearfar.networks.link.Impairment;
import nearfar.networks.link.Link;

/**
 * Measures the delays of all links of a plan at once. A connection sends the next byte in a
 * direction only after the last must have arrived: Toxiproxy keeps the order, so one byte would
 * wait for the other.
 */
final class DelayRun {
  private static final long MILLI = 1_000_000;
  private static final long SECOND = 1_000 * MILLI;

  /** The gap between an arrival and the next byte, for the gateway's timers. */
  private static final long GAP = 5 * MILLI;

  /** The time to open all connections. */
  private static final long PREPARATION = 50 * MILLI;

  private static final int MOST_CONNECTIONS = 600;

  /** All links and both directions together; more would keep a small machine busy. */
  private static final int MAX_PER_SECOND = 1_000;

  private static final long GRACE = 3 * SECOND;
  private static final long BETWEEN_REPORTS = 20 * MILLI;

  private final String gateway;
  private final Plan plan;
  private final Sampling sampling;
  private final PeerClient peerClient;
  private final Consumer<String> progress;
  private final long span;

  DelayRun(
      String gateway,
      Plan plan,
      Sampling sampling,
      PeerClient peerClient,
      Consumer<String> progress) {
    this.gateway = gateway;
    this.plan = plan;
    this.sampling = sampling;
    this.peerClient = peerClient;
    this.progress = progress;
    long leastSpan = 2L * plan.targets().size() * sampling.samples() * SECOND / MAX_PER_SECOND;
    this.span = Math.max(sampling.span().toNanos(), leastSpan);
  }

  /** A connection and the index of its target. */
  private record Probe(int target, int id, PingExchange pings) {}

  List<LinkMeasurement> measure() throws IOException {
    try (EventLoop eventLoop = new EventLoop()) {
      List<Probe> probes = start(eventLoop);
      long longestDelay =
          plan.targets().stream().mapToLong(target -> longestDelay(target.link())).max().orElse(0);
      long deadline = System.nanoTime() + PREPARATION + span + 4 * longestDelay + GRACE;
      runUntilAllIsReceived(eventLoop, probes, deadline);
      return summarise(probes, deadline);
    }
  }

  private List<Probe> start(EventLoop eventLoop) throws IOException {
    List<Probe> probes = new ArrayList<>();
    int targets = plan.targets().size();
    for (int i = 0; i < targets; i++) {
      Target target = plan.targets().get(i);
      long shortest = longestDelay(target.link()) + GAP;
      int connections =
          Math.clamp(
              Math.ceilDiv(sampling.samples() * shortest, span),
              1,
              Math.max(1, Math.min(sampling.samples(), MOST_CONNECTIONS / targets)));
      int each = Math.ceilDiv(sampling.samples(), connections);
      long distance = Math.max(shortest, span / each);
      for (int k = 0; k < connections; k++) {
        // Spread over the distance, or bytes would travel in step.
        long first = PREPARATION + (long) (distance * (k + (double) i / targets) / connections);
        int id = probes.size();
        SocketChannel channel =
            PeerClient.open(
                gateway,
                target.port(),
                Header.pings(id, each, distance, first + distance / (2L * connections)));
        PingExchange pings = new PingExchange(channel, each, distance, System.nanoTime() + first);
        eventLoop.add(channel, SelectionKey.OP_READ, pings);
        probes.add(new Probe(i, id, pings));
      }
    }
    return probes;
  }

  private static long longestDelay(Link link) {
    return Math.max(longestDelay(link.down()), longestDelay(link.up()));
  }

  private static long longestDelay(Impairment direction) {
    return direction.delay().plus(direction.jitter()).toNanos();
  }

  private void runUntilAllIsReceived(EventLoop eventLoop, List<Probe> probes, long deadline)
      throws IOException {
    progress.accept(
        "delays of %d links, about %d s"
            .formatted(plan.targets().size() - 1, Math.ceilDiv(span, SECOND) + 1));
    while (System.nanoTime() < deadline && !probes.stream().allMatch(DelayRun::isOver)) {
      eventLoop.runOnce();
    }
  }

  private static boolean isOver(Probe probe) {
    return probe.pings().done() || (probe.pings().allSent() && probe.pings().allReceived());
  }

  private List<LinkMeasurement> summarise(List<Probe> probes, long deadline) throws IOException {
    List<Stamps> reports = reports(probes, deadline);
    return IntStream.range(0, plan.targets().size())
        .mapToObj(target -> {
          List<Probe> some = probes.stream().filter(probe -> probe.target() == target).toList();
          int sent = some.stream().mapToInt(probe -> probe.pings().count()).sum();
          return new LinkMeasurement(
              Measurement.of(
                  sent,
                  some.stream()
                      .flatMapToLong(probe ->
                          between(reports.get(probe.id()).sent(), probe.pings().received()))
                      .toArray()),
              Measurement.of(
                  sent,
                  some.stream()
                      .flatMapToLong(probe ->
                          between(probe.pings().sent(), reports.get(probe.id()).received()))
                      .toArray()));
        })
        .toList();
  }

  /** The peer's reports, once it has received all bytes or the time is over. */
  private List<Stamps> reports(List<Probe> probes, long deadline) throws IOException {
    List<Stamps> reports = peerClient.stamps(probes.size());
    while (!allArrived(probes, reports) && System.nanoTime() < deadline) {
      LockSupport.parkNanos(BETWEEN_REPORTS);
      reports = peerClient.stamps(probes.size());
    }
    return reports;
  }

  private static boolean allArrived(List<Probe> probes, List<Stamps> reports) {
    return probes.stream()
        .allMatch(probe ->
            probe.pings().done()
                || reports.get(probe.id()).received().length == probe.pings().count());
  }

  private static LongStream between(long[] sent, long[] received) {
    return IntStream.range(0, Math.min(sent.length, received.length))
        .mapToLong(i -> received[i] - sent[i]);
  }
}
