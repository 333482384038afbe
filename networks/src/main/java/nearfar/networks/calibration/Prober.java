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
 * The near end of a calibration, at the place of a WAN client. Measures all links of a plan in
 * parallel. Not safe for use by several threads.
 */
public final class Prober {
  private final String gateway;
  private final Plan plan;
  private final Sampling sampling;
  private final Consumer<String> progress;

  /**
   * Does not connect yet.
   *
   * @param gateway the host of the plan's proxies
   * @param progress receives progress messages
   */
  public Prober(String gateway, Plan plan, Sampling sampling, Consumer<String> progress) {
    this.gateway = gateway;
    this.plan = plan;
    this.sampling = sampling;
    this.progress = progress;
  }

  /**
   * Measures. The requested delays and rates bound the time.
   *
   * @return a calibration for each link; each includes the unimpaired path
   * @throws IOException if the peer cannot be reached, or a connection fails
   */
  public List<Calibration> measure() throws IOException {
    WarmUp.run();
    PeerClient peerClient = new PeerClient(gateway, plan.targets().getFirst().port());
    peerClient.awaitPeer();
    Machine machine = new Machine();
    List<LinkMeasurement> measured =
        new DelayRun(gateway, plan, sampling, peerClient, progress).measure();
    MeasurementConditions conditions = machine.since();
    if (sampling.rates()) {
      measured = new RateRun(gateway, plan, peerClient, progress).measure(measured);
    }
    return calibrations(measured, conditions);
  }

  /** Both directions of a link, as measured. */
  record LinkMeasurement(Measurement down, Measurement up) {}

  private List<Calibration> calibrations(
      List<LinkMeasurement> measured, MeasurementConditions conditions) {
    LinkMeasurement path = measured.getFirst();
    List<Calibration> calibrations = new ArrayList<>();
    for (int i = 1; i < measured.size(); i++) {
      Link link = plan.targets().get(i).link();
      LinkMeasurement both = measured.get(i);
      calibrations.add(
          new Calibration(
              link,
              new DirectionCalibration("down", link.down(), both.down(), path.down()),
              new DirectionCalibration("up", link.up(), both.up(), path.up()),
              conditions));
    }
    return calibrations;
  }

  /** Runs a measurement on the loopback interface first, to load all classes. */
  private static final class WarmUp {
    private static final Sampling SAMPLING = new Sampling(150, Duration.ofMillis(60), false);

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
                    new Plan.Target("one", peer.port(), link),
                    new Plan.Target("two", peer.port(), link)));
        PeerClient peerClient = new PeerClient(loopback, peer.port());
        peerClient.awaitPeer();
        new DelayRun(loopback, plan, SAMPLING, peerClient, text -> {}).measure();
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
        // The measurement itself reports a real failure.
      }
    }
  }
}
