package nearfar.tests.release;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import nearfar.lab.Lab;
import nearfar.lab.Side;
import nearfar.lab.junit.WithLab;
import org.junit.jupiter.api.Test;

/** Parts of a lab are stopped, started and killed, and clients come to it while it runs. */
@WithLab(near = 1, far = 1)
class PartsTest {
  private static final Duration CEILING = Duration.ofSeconds(10);

  private final Lab lab;

  PartsTest(Lab lab) {
    this.lab = lab;
  }

  @Test
  void aPartThatWasStoppedStaysAwayUntilItIsStarted() {
    lab.stop("server");
    lab.stop("server");
    long stopped = System.nanoTime();
    assertFalse(lab.container("server").isRunning());
    await()
        .atMost(CEILING)
        .until(() ->
            lab.exchanges(Side.NEAR).stream()
                    .filter(exchange -> exchange.startNanos() > stopped && !exchange.greeted())
                    .count()
                >= 3);
    assertFalse(lab.container("server").isRunning());
    lab.start("server");
    lab.start("server");
    lab.awaitGreetings(2);
  }

  @Test
  void aClientThatWasStoppedGoesOnUnderItsNameWhenItIsStarted() {
    lab.stop("client-lan-1");
    long before = lab.exchanges("client-lan-1").size();
    lab.start("client-lan-1");
    lab.awaitGreetings(1);
    assertTrue(lab.exchanges("client-lan-1").size() > before);
  }

  @Test
  void clientsThatComeLaterCountAsTheOthersDo() {
    long began = lab.exchanges("client-wan-1").getFirst().startNanos();
    lab.moreClients(Side.FAR, 3);
    assertEquals(List.of("client-wan-1", "client-wan-2", "client-wan-3"), lab.clients(Side.FAR));
    lab.awaitGreetings(1);
    assertTrue(
        lab.exchanges(Side.FAR).stream()
            .anyMatch(exchange -> exchange.client().equals("client-wan-3") && exchange.greeted()));
    assertEquals(
        began,
        lab.exchanges("client-wan-1").getFirst().startNanos(),
        "who was there is not touched");
    assertThrows(IllegalArgumentException.class, () -> lab.moreClients(Side.FAR, 2));
    assertThrows(IllegalArgumentException.class, () -> lab.moreClients(Side.FAR, 60));
  }

  @Test
  void aKillTellsTheMomentWhenItWasDone() {
    long before = System.nanoTime();
    int restarts = lab.restarts("client-lan-1");
    long killed = lab.crash("client-lan-1");
    long after = System.nanoTime();
    assertTrue(before < killed && killed < after, "killed between the call and its return");
    await().atMost(CEILING).until(() -> lab.restarts("client-lan-1") > restarts);
    lab.awaitGreetings(1);
  }
}
