package nearfar.tests.junit;

import static nearfar.lab.junit.Within.within;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import nearfar.lab.Client;
import nearfar.lab.Lab;
import nearfar.lab.Wan;
import nearfar.lab.junit.Far;
import nearfar.lab.junit.Near;
import nearfar.lab.junit.WithLab;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** What docs/junit.md shows first; {@link DocumentationTest} compares them. */
@Order(1)
@WithLab(far = 2, profile = "lte", readTimeout = "500ms")
class OverLteTest {
  @Test
  void aGreetingTakesAsLongAsTheLink(@Far List<Client> far) {
    within(Duration.ofSeconds(4))
        .everyone(far)
        .greetingTakes(50, Duration.ofMillis(30), Duration.ofMillis(300));
  }

  @Test
  void everyoneIsGreetedAgainAfterACut(Wan wan, @Near Client near, @Far List<Client> far) {
    wan.cut();
    within(Duration.ofSeconds(2)).everyone(far).isNotGreeted();
    within(Duration.ofSeconds(2)).client(near).isGreeted();
    wan.heal();
    within(Duration.ofSeconds(5)).everyone(far).isGreeted();
  }

  @Test
  @WithLab(link = {"DOWN=200ms~20ms", "UP=40ms", "RATE=2mbit"})
  void aClientOfMyOwnWaitsForTheLink(Lab lab) throws IOException {
    long began = System.nanoTime();
    try (Socket socket = new Socket(lab.wanAddress().getAddress(), lab.wanAddress().getPort())) {
      socket.setSoTimeout(5_000);
      assertEquals('c', socket.getInputStream().read());
    }
    Duration waited = Duration.ofNanos(System.nanoTime() - began);
    assertTrue(waited.toMillis() >= 180, waited + " over " + lab.wan().summary());
  }
}
