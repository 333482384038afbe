package nearfar.networks.calibration;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import nearfar.networks.link.Impairment;
import nearfar.networks.link.Link;

/**
 * The near end of a calibration: it stands where the far clients stand, and measures all links of a
 * plan side by side. Used by one thread.
 */
public final class Prober {
  private final String gateway;
  private final Plan plan;
  private final Effort effort;
  private final Consumer<String> progress;

  /**
   * Names what is to be measured; nothing is connected to yet.
   *
   * @param gateway the host at which the plan's doors are
   * @param progress is told what is being done, for people
   */
  public Prober(String gateway, Plan plan, Effort effort, Consumer<String> progress) {
    this.gateway = gateway;
    this.plan = plan;
    this.effort = effort;
    this.progress = progress;
  }

  /**
   * Measures; bounded in time by what was asked of the links.
   *
   * @return a calibration for each link, but for the path with nothing added, which is in each
   * @throws IOException if the peer cannot be reached, or a connection fails meanwhile
   */
  public List<Calibration> measure() throws IOException {
    WarmUp.run();
    Reception reception = new Reception(gateway, plan.doors().getFirst().port());
    reception.awaitPeer();
    Machine machine = new Machine();
    List<Both> measured = new DelayRun(gateway, plan, effort, reception, progress).measure();
    Circumstances circumstances = machine.since();
    if (effort.rates()) {
      measured = new RateRun(gateway, plan, reception, progress).measure(measured);
    }
    return calibrations(measured, circumstances);
  }

  /** Both directions of a link, as measured. */
  record Both(Measured down, Measured up) {}

  private List<Calibration> calibrations(List<Both> measured, Circumstances circumstances) {
    Both path = measured.getFirst();
    List<Calibration> calibrations = new ArrayList<>();
    for (int i = 1; i < measured.size(); i++) {
      Link link = plan.doors().get(i).link();
      Both both = measured.get(i);
      calibrations.add(
          new Calibration(
              link,
              new Way("down", link.down(), both.down(), path.down()),
              new Way("up", link.up(), both.up(), path.up()),
              circumstances));
    }
    return calibrations;
  }

  /** Goes through all of it on the loopback interface, so that no clock measures class loading. */
  private static final class WarmUp {
    private static final Effort EFFORT = new Effort(150, Duration.ofMillis(60), false);

    private WarmUp() {}

    static void run() throws IOException {
      try (Peer peer = new Peer(0)) {
        AtomicBoolean over = new AtomicBoolean();
        Thread thread = Thread.ofPlatform().daemon().name("warm-up").start(() -> serve(peer, over));
        String loopback = InetAddress.getLoopbackAddress().getHostAddress();
        Link link = new Link("warm-up", Impairment.NONE, Impairment.NONE);
        Plan plan =
            new Plan(
                List.of(
                    new Plan.PortProbe("one", peer.port(), link),
                    new Plan.PortProbe("two", peer.port(), link)));
        Reception reception = new Reception(loopback, peer.port());
        reception.awaitPeer();
        new DelayRun(loopback, plan, EFFORT, reception, text -> {}).measure();
        over.set(true);
        thread.join(Duration.ofSeconds(1));
      } catch (InterruptedException stopping) {
        Thread.currentThread().interrupt();
      }
    }

    private static void serve(Peer peer, AtomicBoolean over) {
      try {
        peer.serve(Duration.ofSeconds(5), over::get);
      } catch (IOException failed) {
        // What is not warm measures a little more; what does not work fails by itself afterwards.
      }
    }
  }
}
