package nearfar.networks.calibration;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import nearfar.networks.calibration.Header.Wish;
import nearfar.networks.calibration.Plan.PortProbe;
import nearfar.networks.calibration.Prober.Both;
import nearfar.networks.link.Impairment;
import nearfar.networks.link.Link;
import nearfar.networks.link.Rate;
import org.jspecify.annotations.Nullable;

/**
 * Measures the rates of a plan's links, each direction by a bulk transfer of about a second;
 * several slow links side by side, and what carries much alone.
 */
final class RateRun {
  private static final long LEAST_BYTES = 2_000;
  private static final long MOST_BYTES = 32_000_000;

  /** What one core passes on without hurry. */
  private static final long SIDE_BY_SIDE_BITS = 60_000_000;

  private static final Duration GRACE = Duration.ofSeconds(4);
  private static final long GLANCE = 100_000_000;

  private final String gateway;
  private final Plan plan;
  private final Reception reception;
  private final Consumer<String> progress;
  private int lastId;
  private long lastAsked = System.nanoTime();

  RateRun(String gateway, Plan plan, Reception reception, Consumer<String> progress) {
    this.gateway = gateway;
    this.plan = plan;
    this.reception = reception;
    this.progress = progress;
  }

  /** The same with rates, where a link has one; and of the path with nothing added. */
  List<Both> measure(List<Both> delays) throws IOException {
    List<Both> both = new ArrayList<>(delays);
    for (List<Integer> doors : sideBySide()) {
      measure(doors, both);
    }
    return both;
  }

  /** The doors that have a rate, in groups; that which adds nothing is one of its own. */
  private List<List<Integer>> sideBySide() {
    List<List<Integer>> groups = new ArrayList<>(List.of(List.of(0)));
    List<Integer> group = new ArrayList<>();
    long bits = 0;
    for (int i = 1; i < plan.doors().size(); i++) {
      Link link = plan.doors().get(i).link();
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

  private static long bits(Impairment way) {
    return way.rate() == null ? 0 : way.rate().bitsPerSecond();
  }

  /** A transfer, in one direction; which of the two has an end here that measures, or none. */
  private record Transfers(int door, Bulk.@Nullable Receive down, int upId, long upBytes) {}

  private void measure(List<Integer> doors, List<Both> both) throws IOException {
    if (doors.isEmpty()) {
      return;
    }
    progress.accept(
        "rates of "
            + String.join(
                ", ", doors.stream().map(i -> plan.doors().get(i).link().name()).toList()));
    try (Loop loop = new Loop()) {
      long deadline = System.nanoTime() + GRACE.toNanos();
      List<Transfers> all = new ArrayList<>();
      for (int i : doors) {
        PortProbe door = plan.doors().get(i);
        long bytesDown = bytes(door, door.link().down());
        long bytesUp = bytes(door, door.link().up());
        all.add(new Transfers(i, down(loop, door, bytesDown), up(loop, door, bytesUp), bytesUp));
        deadline = Math.max(deadline, System.nanoTime() + patience(door).toNanos());
      }
      while (System.nanoTime() < deadline && !isOver(all)) {
        loop.turn();
      }
      for (Transfers each : all) {
        Both measured = both.get(each.door());
        @Nullable Rate down = each.down() == null ? null : each.down().meter().rate().orElse(null);
        @Nullable Rate up =
            each.upBytes() == 0 ? null : reception.transfer(each.upId()).rate().orElse(null);
        both.set(each.door(), new Both(measured.down().withRate(down), measured.up().withRate(up)));
      }
    }
  }

  /** About a second's worth; of the path with nothing added, as much as is bearable. */
  private static long bytes(PortProbe door, Impairment way) {
    boolean bare =
        door.link().down().equals(Impairment.NONE) && door.link().up().equals(Impairment.NONE);
    if (way.rate() == null) {
      return bare ? MOST_BYTES : 0;
    }
    return Math.clamp(way.rate().bitsPerSecond() / Byte.SIZE, LEAST_BYTES, MOST_BYTES);
  }

  /** Twice what it should take, and some more. */
  private static Duration patience(PortProbe door) {
    double seconds = 0;
    Duration delays = Duration.ZERO;
    for (Impairment way : List.of(door.link().down(), door.link().up())) {
      delays = delays.plus(way.delay()).plus(way.jitter());
      if (way.rate() != null) {
        seconds =
            Math.max(seconds, (double) bytes(door, way) * Byte.SIZE / way.rate().bitsPerSecond());
      }
    }
    return GRACE.plus(delays.multipliedBy(2)).plusMillis((long) (2_000 * seconds));
  }

  private Bulk.@Nullable Receive down(Loop loop, PortProbe door, long bytes) throws IOException {
    if (bytes == 0) {
      return null;
    }
    SocketChannel channel =
        Reception.open(gateway, door.port(), Header.bulk(Wish.BULK_DOWN, ++lastId, bytes));
    Bulk.Receive receive = new Bulk.Receive(channel, bytes);
    loop.add(channel, SelectionKey.OP_READ, receive);
    return receive;
  }

  private int up(Loop loop, PortProbe door, long bytes) throws IOException {
    if (bytes == 0) {
      return 0;
    }
    SocketChannel channel =
        Reception.open(gateway, door.port(), Header.bulk(Wish.BULK_UP, ++lastId, bytes));
    loop.add(channel, SelectionKey.OP_READ | SelectionKey.OP_WRITE, new Bulk.Send(channel, bytes));
    return lastId;
  }

  private boolean isOver(List<Transfers> all) throws IOException {
    if (all.stream().anyMatch(each -> each.down() != null && !each.down().allReceived())) {
      return false;
    }
    // What goes up is counted by the peer; asked now and then.
    if (System.nanoTime() - lastAsked < GLANCE) {
      return false;
    }
    lastAsked = System.nanoTime();
    for (Transfers each : all) {
      if (each.upBytes() > 0 && reception.transfer(each.upId()).bytes() < each.upBytes()) {
        return false;
      }
    }
    return true;
  }
}
