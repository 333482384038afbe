package nearfar.tests.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import nearfar.lab.Exchange;
import nearfar.lab.Lab;
import nearfar.lab.LabSettings;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A partition whose containers are restarted is put back, or not claimed. */
@Order(0)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PartitionTest {
  private static final String APART = "client-wan-2";
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private Lab lab;

  @BeforeAll
  void startALab() {
    lab = Lab.start(LabSettings.defaults().clients(0, 2));
  }

  @AfterAll
  void stopTheLab() {
    lab.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {APART, "wan-gateway"})
  void itHoldsAgainOnceItWasAskedAbout(String killed) {
    lab.wan().fault("partition:" + APART);
    Instant before = lab.startedAt(killed);
    lab.crash(killed);
    Awaitility.await()
        .atMost(PATIENCE)
        .until(() -> lab.startedAt(killed).isAfter(before) && lab.container(killed).isRunning());
    lab.wan().awaitApplied();
    assertTrue(lab.wan().summary().contains("partition:" + APART), lab.wan().summary());
    long from = System.nanoTime();
    Awaitility.await().atMost(PATIENCE).until(() -> greetings("client-wan-1", from) >= 3);
    assertEquals(0, greetings(APART, from));
  }

  @Test
  void aGatewayThatWasKilledIsToldOfAsTheEndOfThePartition() {
    lab.wan().fault("partition:" + APART);
    lab.crash("wan-gateway");
    Awaitility.await()
        .atMost(PATIENCE)
        .until(() ->
            lab.lines("wan-control").stream()
                .anyMatch(line ->
                    line.get("event").getAsString().equals("lost")
                        && line.get("why").getAsString().contains("ended the partition")));
    lab.wan().awaitApplied();
  }

  private long greetings(String client, long fromNanos) {
    return lab.exchanges(client).stream()
        .filter(exchange -> exchange.greeted() && exchange.startNanos() - fromNanos >= 0)
        .map(Exchange::client)
        .count();
  }
}
