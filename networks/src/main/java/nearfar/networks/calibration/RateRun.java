package nearfar.networks.calibration;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import nearfar.networks.calibration.Header.Request;
import nearfar.networks.calibration.Plan.Target;
import nearfar.networks.calibration.Prober.LinkMeasurement;
import nearfar.networks.link.Impairment;
import nearfar.networks.link.Link;
import nearfar.networks.link.Rate;
import org.jspecify.annotations.Nullable;

/**
 * Measures the rates of a plan's links, each direction by a bulk transfer of about a second: slow
 * links in parallel, fast links alone.
 */
final class RateRun {
  private static final long LEAST_BYTES = 2_000;
  private static final long MOST_BYTES = 32_000_000;

  /** The total rate that one core passes on easily. */
  private static final long SIDE_BY_SIDE_BITS = 60_000_000;

  private static final Duration GRACE = Duration.ofSeconds(4);
  private static final long BETWEEN_POLLS = 100_000_000;

  private final String gateway;
  private final Plan plan;
  private final PeerClient peerClient;
  private final Consumer<String> progress;
  private int lastId;
  private long lastPolled = System.nanoTime();

  RateRun(String gateway, Plan plan, PeerClient peerClient, Consumer<String> progress) {
    this.gateway = gateway;
    this.plan = plan;
    this.peerClient = peerClient;
    this.progress = progress;
  }

  /** Adds the rates of the links that have one, and of the unimpaired path. */
  List<LinkMeasurement> measure(List<LinkMeasurement> delays) throws IOException {
    List<LinkMeasurement> both = new ArrayList<>(delays);
    for (List<Integer> targets : sideBySide()) {
      measure(targets, both);
    }
    return both;
  }

  /** Groups the targets that have a rate; the unimpaired path is a separate group. */
  private List<List<Integer>> sideBySide() {
    List<List<Integer>> groups = new ArrayList<>(List.of(List.of(0)));
    List<Integer> group = new ArrayList<>();
    long bits = 0;
    for (int i = 1; i < plan.targets().size(); i++) {
      Link link = plan.targets().get(i).link();
      long own = bits(link.down()) + bits(link.up());
      if (own > 0 && !group.isEmpty() && bits + own > SIDE_BY_SIDE_BITS) {
        groups.add(group);
        group = new ArrayList<>();
        bits = 0;
      }
      if (own > 0) {
        group.add(i);
        bits += own;
      }
    }
    groups.add(group);
    return groups;
  }

  private static long bits(Impairment direction) {
    return direction.rate() == null ? 0 : direction.rate().bitsPerSecond();
  }

  /** The transfers of one target: the local receiver, or null, and the ID of the upload. */
  private record Transfers(
      int target, BulkTransfer.@Nullable Receiver down, int upId, long upBytes) {}

  private void measure(List<Integer> targets, List<LinkMeasurement> both) throws IOException {
    if (targets.isEmpty()) {
      return;
    }
    progress.accept(
        "rates of "
            + String.join(
                ", ", targets.stream().map(i -> plan.targets().get(i).link().name()).toList()));
    try (EventLoop eventLoop = new EventLoop()) {
      long deadline = System.nanoTime() + GRACE.toNanos();
      List<Transfers> all = new ArrayList<>();
      for (int i : targets) {
        Target target = plan.targets().get(i);
        long bytesDown = bytes(target, target.link().down());
        long bytesUp = bytes(target, target.link().up());
        all.add(
            new Transfers(
                i, down(eventLoop, target, bytesDown), up(eventLoop, target, bytesUp), bytesUp));
        deadline = Math.max(deadline, System.nanoTime() + patience(target).toNanos());
      }
      while (System.nanoTime() < deadline && !isOver(all)) {
        eventLoop.runOnce();
      }
      for (Transfers each : all) {
        LinkMeasurement measured = both.get(each.target());
        @Nullable Rate down = each.down() == null ? null : each.down().meter().rate().orElse(null);
        @Nullable Rate up =
            each.upBytes() == 0 ? null : peerClient.transfer(each.upId()).rate().orElse(null);
        both.set(
            each.target(),
            new LinkMeasurement(measured.down().withRate(down), measured.up().withRate(up)));
      }
    }
  }

  /** The bytes of about a second; the maximum for the unimpaired path. */
  private static long bytes(Target target, Impairment direction) {
    boolean unimpaired =
        target.link().down().equals(Impairment.NONE) && target.link().up().equals(Impairment.NONE);
    if (direction.rate() == null) {
      return unimpaired ? MOST_BYTES : 0;
    }
    return Math.clamp(direction.rate().bitsPerSecond() / Byte.SIZE, LEAST_BYTES, MOST_BYTES);
  }

  /** Twice the expected time, plus a margin. */
  private static Duration patience(Target target) {
    double seconds = 0;
    Duration delays = Duration.ZERO;
    for (Impairment direction : List.of(target.link().down(), target.link().up())) {
      delays = delays.plus(direction.delay()).plus(direction.jitter());
      if (direction.rate() != null) {
        seconds =
            Math.max(
                seconds,
                (double) bytes(target, direction) * Byte.SIZE / direction.rate().bitsPerSecond());
      }
    }
    return GRACE.plus(delays.multipliedBy(2)).plusMillis((long) (2_000 * seconds));
  }

  private BulkTransfer.@Nullable Receiver down(EventLoop eventLoop, Target target, long bytes)
      throws IOException {
    if (bytes == 0) {
      return null;
    }
    SocketChannel channel =
        PeerClient.open(gateway, target.port(), Header.bulk(Request.BULK_DOWN, ++lastId, bytes));
    BulkTransfer.Receiver receive = new BulkTransfer.Receiver(channel, bytes);
    eventLoop.add(channel, SelectionKey.OP_READ, receive);
    return receive;
  }

  private int up(EventLoop eventLoop, Target target, long bytes) throws IOException {
    if (bytes == 0) {
      return 0;
    }
    SocketChannel channel =
        PeerClient.open(gateway, target.port(), Header.bulk(Request.BULK_UP, ++lastId, bytes));
    eventLoop.add(
        channel,
        SelectionKey.OP_READ | SelectionKey.OP_WRITE,
        new BulkTransfer.Sender(channel, bytes));
    return lastId;
  }

  private boolean isOver(List<Transfers> all) throws IOException {
    if (all.stream().anyMatch(each -> each.down() != null && !each.down().allReceived())) {
      return false;
    }
    // The peer counts uploaded bytes; ask it at intervals.
    if (System.nanoTime() - lastPolled < BETWEEN_POLLS) {
      return false;
    }
    lastPolled = System.nanoTime();
    for (Transfers each : all) {
      if (each.upBytes() > 0 && peerClient.transfer(each.upId()).bytes() < each.upBytes()) {
        return false;
      }
    }
    return true;
  }
}
