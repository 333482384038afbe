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
    Calibration calibration = measure(new Sampling(50, Duration.ofMillis(300), false));
    for (DirectionCalibration direction : calibration.directions()) {
      assertEquals(50, direction.measured().samples(), direction::toString);
      assertEquals(50, direction.path().samples(), direction::toString);
      assertTrue(direction.measured().floor().isPositive(), direction::toString);
      assertTrue(
          direction.measured().floor().compareTo(direction.measured().p99()) <= 0,
          direction::toString);
    }
  }

  @Test
  void theRateOfThePathIsThatOfBothDirections() throws IOException {
    Calibration calibration = measure(new Sampling(10, Duration.ofMillis(50), true));
    for (DirectionCalibration direction : calibration.directions()) {
      assertNotNull(direction.path().rate(), direction::toString);
      assertTrue(direction.path().rate().bitsPerSecond() > 10_000_000, direction::toString);
    }
  }

  private Calibration measure(Sampling sampling) throws IOException {
    Plan plan =
        new Plan(
            List.of(
                new Plan.Target("one", peer.port(), LINK),
                new Plan.Target("two", peer.port(), LINK)));
    return new Prober(LOOPBACK, plan, sampling, text -> {}).measure().getFirst();
  }
}
