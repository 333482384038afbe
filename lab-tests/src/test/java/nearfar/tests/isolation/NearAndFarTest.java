package nearfar.tests.isolation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import nearfar.lab.Exchange;
import nearfar.lab.Lab;
import nearfar.lab.LabSettings;
import nearfar.lab.Side;
import nearfar.networks.link.Impairment;
import nearfar.tests.support.Timing;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Greetings arrive on both sides, and what the link adds is on the far side alone. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NearAndFarTest {
  private static final Duration CEILING = Duration.ofSeconds(5);

  /** Drawn anew in each run, so that no number of a preset can stand in for what was measured. */
  private final long delayMillis = ThreadLocalRandom.current().nextLong(60, 160);

  private final String greeting =
      "greeting number " + ThreadLocalRandom.current().nextInt(1_000_000);

  private Lab lab;

  @BeforeAll
  void startALabOverADrawnLink() {
    lab =
        Lab.start(
            LabSettings.defaults()
                .clients(2, 3)
                .link(
                    Impairment.delay(Duration.ofMillis(delayMillis))
                        .withJitter(Duration.ofMillis(10)),
                    Impairment.delay(Duration.ofMillis(5)))
                .greeting(greeting));
    lab.awaitGreetings(5);
  }

  @AfterAll
  void stopTheLab() {
    lab.close();
  }

  @Test
  void everyClientOnBothSidesIsGreeted() {
    assertEquals(2, lab.clients(Side.NEAR).size());
    assertEquals(3, lab.clients(Side.FAR).size());
    for (Side side : Side.values()) {
      for (String client : lab.clients(side)) {
        assertTrue(lab.exchanges(client).stream().filter(Exchange::greeted).count() >= 5, client);
      }
    }
  }

  @Test
  void noGreetingArrivesOverTheWanBeforeTheLinksLeastDelay() {
    Timing.assertEachTook(
        "greetings over the WAN with %d ms ±10 ms".formatted(delayMillis),
        greetingTimes(Side.FAR),
        Duration.ofMillis(delayMillis - 10),
        CEILING);
  }

  @Test
  void theWanTakesLongerThanTheLanByAtLeastTheLinksLeastDelay() {
    Duration near = median(greetingTimes(Side.NEAR));
    Timing.assertEachTook(
        "far less near, with %d ms ±10 ms between".formatted(delayMillis),
        List.of(median(greetingTimes(Side.FAR)).minus(near)),
        Duration.ofMillis(delayMillis - 10).minus(near),
        CEILING);
  }

  @Test
  void bothDoorsOnTheHostGiveTheGreetingThatTheServerWasGiven() throws IOException {
    assertEquals(greeting + "\n", read(lab.lanAddress()));
    assertEquals(greeting + "\n", read(lab.wanAddress()));
  }

  private List<Duration> greetingTimes(Side side) {
    return lab.exchanges(side).stream()
        .filter(Exchange::greeted)
        .map(Exchange::greetingTime)
        .toList();
  }

  private static Duration median(List<Duration> durations) {
    return durations.stream().sorted().skip(durations.size() / 2).findFirst().orElseThrow();
  }

  private static String read(InetSocketAddress door) throws IOException {
    try (Socket socket = new Socket()) {
      socket.connect(door, (int) CEILING.toMillis());
      socket.setSoTimeout((int) CEILING.toMillis());
      try (InputStream input = socket.getInputStream()) {
        return new String(input.readAllBytes(), StandardCharsets.UTF_8);
      }
    }
  }
}
