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
import nearfar.networks.calibration.Plan.PortProbe;
import nearfar.networks.calibration.Prober.Both;
import nearfar.networks.calibration.Reports.Stamps;
import nearfar.networks.link.Impairment;
import nearfar.networks.link.Link;

/**
 * Measures the delays of all links of a plan at once. On each connection no byte is sent in a
 * direction before the last must have arrived: Toxiproxy keeps their order, so that one would wait
 * for the other.
 */
final class DelayRun {
  private static final long MILLI = 1_000_000;
  private static final long SECOND = 1_000 * MILLI;

  /** Between the arrival of a byte and the next one's start, for the timers of the gateway. */
  private static final long GAP = 5 * MILLI;

  /** Until every connection is made. */
  private static final long PREPARATION = 50 * MILLI;

  private static final int MOST_CONNECTIONS = 600;

  /** All links and both directions together; more would keep a small machine busy. */
  private static final int MOST_A_SECOND = 1_000;

  private static final long GRACE = 3 * SECOND;
  private static final long BETWEEN_REPORTS = 20 * MILLI;

  private final String gateway;
  private final Plan plan;
  private final Effort effort;
  private final Reception reception;
  private final Consumer<String> progress;
  private final long span;

  DelayRun(
      String gateway, Plan plan, Effort effort, Reception reception, Consumer<String> progress) {
    this.gateway = gateway;
    this.plan = plan;
    this.effort = effort;
    this.reception = reception;
    this.progress = progress;
    long leastSpan = 2L * plan.doors().size() * effort.samples() * SECOND / MOST_A_SECOND;
    this.span = Math.max(effort.span().toNanos(), leastSpan);
  }

  /** A connection, and whose it is. */
  private record Probe(int door, int id, Pings pings) {}

  List<Both> measure() throws IOException {
    try (Loop loop = new Loop()) {
      List<Probe> probes = start(loop);
      long longest = plan.doors().stream().mapToLong(door -> longest(door.link())).max().orElse(0);
      long deadline = System.nanoTime() + PREPARATION + span + 4 * longest + GRACE;
      turnUntilAllIsReceived(loop, probes, deadline);
      return summedUp(probes, deadline);
    }
  }

  private List<Probe> start(Loop loop) throws IOException {
    List<Probe> probes = new ArrayList<>();
    int doors = plan.doors().size();
    for (int i = 0; i < doors; i++) {
      PortProbe door = plan.doors().get(i);
      long shortest = longest(door.link()) + GAP;
      int connections =
          Math.clamp(
              Math.ceilDiv(effort.samples() * shortest, span),
              1,
              Math.max(1, Math.min(effort.samples(), MOST_CONNECTIONS / doors)));
      int each = Math.ceilDiv(effort.samples(), connections);
      long distance = Math.max(shortest, span / each);
      for (int k = 0; k < connections; k++) {
        // Spread over the distance, so that no two are on their way in step.
        long first = PREPARATION + (long) (distance * (k + (double) i / doors) / connections);
        int id = probes.size();
        SocketChannel channel =
            Reception.open(
                gateway,
                door.port(),
                Header.pings(id, each, distance, first + distance / (2L * connections)));
        Pings pings = new Pings(channel, each, distance, System.nanoTime() + first);
        loop.add(channel, SelectionKey.OP_READ, pings);
        probes.add(new Probe(i, id, pings));
      }
    }
    return probes;
  }

  private static long longest(Link link) {
    return Math.max(longest(link.down()), longest(link.up()));
  }

  private static long longest(Impairment way) {
    return way.delay().plus(way.jitter()).toNanos();
  }

  private void turnUntilAllIsReceived(Loop loop, List<Probe> probes, long deadline)
      throws IOException {
    progress.accept(
        "delays of %d links, about %d s"
            .formatted(plan.doors().size() - 1, Math.ceilDiv(span, SECOND) + 1));
    while (System.nanoTime() < deadline && !probes.stream().allMatch(DelayRun::isOver)) {
      loop.turn();
    }
  }

  private static boolean isOver(Probe probe) {
    return probe.pings().done() || (probe.pings().allSent() && probe.pings().allReceived());
  }

  private List<Both> summedUp(List<Probe> probes, long deadline) throws IOException {
    List<Stamps> reports = reports(probes, deadline);
    return IntStream.range(0, plan.doors().size())
        .mapToObj(door -> {
          List<Probe> some = probes.stream().filter(probe -> probe.door() == door).toList();
          int sent = some.stream().mapToInt(probe -> probe.pings().count()).sum();
          return new Both(
              Measured.of(
                  sent,
                  some.stream()
                      .flatMapToLong(probe ->
                          between(reports.get(probe.id()).sent(), probe.pings().received()))
                      .toArray()),
              Measured.of(
                  sent,
                  some.stream()
                      .flatMapToLong(probe ->
                          between(probe.pings().sent(), reports.get(probe.id()).received()))
                      .toArray()));
        })
        .toList();
  }

  /** The peer's side, once it has received all, or there is no more time for that. */
  private List<Stamps> reports(List<Probe> probes, long deadline) throws IOException {
    List<Stamps> reports = reception.stamps(probes.size());
    while (!allArrived(probes, reports) && System.nanoTime() < deadline) {
      LockSupport.parkNanos(BETWEEN_REPORTS);
      reports = reception.stamps(probes.size());
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
