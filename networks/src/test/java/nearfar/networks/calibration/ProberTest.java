package nearfar.networks.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import nearfar.networks.link.Impairment;
import nearfar.networks.link.Link;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Prober and peer with nothing between them, on the loopback interface. */
class ProberTest {
  private static final String LOOPBACK = InetAddress.getLoopbackAddress().getHostAddress();
  private static final Link LINK = new Link("none", Impairment.NONE, Impairment.NONE);

  private final AtomicBoolean over = new AtomicBoolean();
  private Peer peer;
  private Thread serving;

  @BeforeEach
  void startThePeer() throws IOException {
    peer = new Peer(0);
    serving =
        Thread.ofPlatform()
            .start(() -> {
              try {
                peer.serve(Duration.ofSeconds(30), over::get);
              } catch (IOException failed) {
                throw new java.io.UncheckedIOException(failed);
              }
            });
  }

  @AfterEach
  void stopThePeer() throws Exception {
    over.set(true);
    serving.join();
    peer.close();
  }

  @Test
  void bothDirectionsAreMeasuredByAsManyBytesAsWereAskedFor() throws IOException {
    Calibration calibration = measure(new Effort(50, Duration.ofMillis(300), false));
    for (Way way : calibration.ways()) {
      assertEquals(50, way.measured().samples(), way::toString);
      assertEquals(50, way.path().samples(), way::toString);
      assertTrue(way.measured().floor().isPositive(), way::toString);
      assertTrue(way.measured().floor().compareTo(way.measured().p99()) <= 0, way::toString);
    }
  }

  @Test
  void theRateOfThePathIsThatOfBothDirections() throws IOException {
    Calibration calibration = measure(new Effort(10, Duration.ofMillis(50), true));
    for (Way way : calibration.ways()) {
      assertNotNull(way.path().rate(), way::toString);
      assertTrue(way.path().rate().bitsPerSecond() > 10_000_000, way::toString);
    }
  }

  private Calibration measure(Effort effort) throws IOException {
    Plan plan =
        new Plan(
            List.of(
                new Plan.PortProbe("one", peer.port(), LINK),
                new Plan.PortProbe("two", peer.port(), LINK)));
    return new Prober(LOOPBACK, plan, effort, text -> {}).measure().getFirst();
  }
}
