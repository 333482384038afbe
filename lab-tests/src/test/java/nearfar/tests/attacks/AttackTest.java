package nearfar.tests.attacks;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.dockerjava.api.model.Ulimit;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import nearfar.lab.Lab;
import nearfar.tests.attacks.Siege.Target;
import nearfar.tests.support.MemoryWatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;

/**
 * What becomes of the lab's server, and of honest clients near and far, while somebody on the LAN
 * is at it. All attacks are bounded in count, bytes and time, and do not leave the lab's LAN.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("attack")
class AttackTest {
  private static final String LIMITED = "limited";

  /** Less than an honest client's own patience: nobody is to be left until that ends. */
  private static final Duration NOT_LEFT_HANGING = Duration.ofSeconds(4);

  private static final Duration PAUSE = Duration.ofSeconds(5);

  /** From its connection on; 30 ms were measured. */
  private static final Duration TURNED_AWAY_WITHIN = Duration.ofSeconds(2);

  /** Of the 128 and 192 MB that they are allowed. */
  private static final long SERVERS_MEMORY = 104L << 20;

  private static final long GATEWAYS_MEMORY = 160L << 20;
  private static final long LOG_BYTES = 3 * 2_000_000L;
  private static final long GIGABYTE = 1024;

  private Siege siege;

  @BeforeAll
  void startALabAndAnAttackerOnItsLan() {
    siege = new Siege();
  }

  @AfterAll
  void stop() {
    siege.close();
  }

  @Test
  void whoConnectsAndStaysKeepsNobodyOut() {
    assertHeld(siege.server(), siege.attack(siege.server(), "idle", 4_000, 3), "greeted");
  }

  @Test
  void whoComesAndGoesKeepsNobodyOut() {
    assertHeld(siege.server(), siege.attack(siege.server(), "churn", 64, 2), "greeted");
  }

  @Test
  void whoHardlyReadsKeepsNobodyOut() {
    assertHeld(
        siege.server(), siege.attack(siege.server(), "slow", 4_000, 4), "failed crowded-out");
  }

  @Test
  void whoSendsGigabytesKeepsNobodyOut() {
    AttackReport report = siege.attack(siege.server(), "send", 16, 20);
    assertHeld(siege.server(), report);
    assertTrue(report.said("sent (\\d+) MB") > GIGABYTE, report::text);
    assertTrue(
        report.log().stream().anyMatch(line -> line.has("drained_bytes"))
            || report.lines().containsKey("failed reset"),
        report::text);
  }

  @Test
  void whoClosesOneHalfKeepsNobodyOut() {
    assertHeld(siege.server(), siege.attack(siege.server(), "half", 4_000, 2), "greeted");
  }

  @Test
  void whoResetsKeepsNobodyOut() {
    assertHeld(siege.server(), siege.attack(siege.server(), "reset", 64, 2), "failed reset");
  }

  @Test
  void whoNeverFinishesConnectingKeepsNobodyOut() {
    AttackReport report = siege.measure(siege.server(), "half-open", () -> siege.synFlood(30_000));
    assertHeld(siege.server(), report);
    assertTrue(report.attacker().startsWith("sent 30000 "), report.attacker());
  }

  @Test
  void aFullBacklogIsServedWhenTheServerCanAgain() {
    String id = siege.server().server().getContainerId();
    AttackReport report =
        siege.measure(
            siege.server(),
            "backlog",
            () -> {
              siege.docker().pauseContainerCmd(id).exec();
              try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
                CompletableFuture<String> said =
                    CompletableFuture.supplyAsync(
                        () -> siege.attackFromTheLan("wait", 5_000, 7), executor);
                long began = System.nanoTime();
                await()
                    .atMost(Siege.BACK_WITHIN)
                    .until(() -> System.nanoTime() - began > PAUSE.toNanos());
                siege.docker().unpauseContainerCmd(id).exec();
                return said.join();
              }
            });
    assertHeld(siege.server(), report, PAUSE.plus(NOT_LEFT_HANGING), "rejected full");
    assertNotEquals(0, report.said("unanswered (\\d+)"), "the backlog was never full");
  }

  @Test
  void whoTakesAllDescriptorsKeepsNobodyOutAndIsTurnedAwayAtOnce() {
    Ulimit few = new Ulimit("nofile", 64L, 64L);
    try (GenericContainer<?> limited =
            siege
                .onTheLan(
                    "nearfar/server:local",
                    host -> host.withUlimits(List.of(few)).withMemory(128L << 20))
                .withCreateContainerCmdModifier(create -> create.withAliases(LIMITED))
                .withEnv("NEARFAR_LOG", "json")
                .waitingFor(Wait.forLogMessage(".*listening.*\\s*", 1));
        GenericContainer<?> honest =
            siege
                .onTheLan("nearfar/client:local", host -> host.withMemory(64L << 20))
                .withCommand("watch", LIMITED, "4444")
                .withEnv(Map.of("NEARFAR_LOG", "json", "NEARFAR_INTERVAL", "200ms"))
                .waitingFor(Wait.forLogMessage(".*greeted.*\\s*", 1))) {
      limited.start();
      honest.start();
      try (MemoryWatch memory = siege.watchMemory(limited)) {
        Target target = siege.another(LIMITED, limited, memory, honest);
        AttackReport report = siege.attack(target, "idle", 300, 2);
        assertHeld(target, report, "greeted", "rejected full");
        assertTrue(report.said("turned away (\\d+)") > 0, report::text);
        assertTrue(report.said("all within (\\d+)") < TURNED_AWAY_WITHIN.toMillis(), report::text);
      }
    }
  }

  @Test
  void whoHasAFarClientCannotBreakTheLink() {
    Lab lab = siege.lab();
    try (GenericContainer<?> captured = siege.captured();
        MemoryWatch memory = siege.watchMemory(lab.container("wan-gateway"))) {
      Target target = siege.gateway(captured, memory);
      assertEquals("no raw socket", Siege.synFlood(captured, "65532", 1).strip());
      String link = lab.wan().summary();
      for (String kind : List.of("idle", "send")) {
        AttackReport report = siege.attack(target, kind, 200, 2);
        assertTrue(report.greeted() > report.failed().size(), report::text);
        assertTrue(report.memory() < GATEWAYS_MEMORY, report::text);
      }
      assertEquals(link, lab.wan().summary());
      assertEquals(0, lab.restarts("wan-gateway"));
    }
  }

  /** Each of these leaves something behind in Toxiproxy, for as long as the link hangs. */
  @Test
  void whoHasAFarClientOfAHangingLinkCannotBreakItForGood() {
    Lab lab = siege.lab();
    String link = lab.wan().summary();
    try (GenericContainer<?> captured = siege.captured();
        MemoryWatch memory = siege.watchMemory(lab.container("wan-gateway"))) {
      lab.wan().fault("hang");
      siege.measure(
          siege.gateway(captured, memory),
          "touch, while the link hangs,",
          () -> {
            String said = Siege.run(captured, "server", "touch", 200, 3);
            // The order is taken also while the gateway is away, as when it had no memory left.
            await()
                .atMost(Siege.BACK_WITHIN)
                .ignoreException(IllegalStateException.class)
                .until(() -> {
                  lab.wan().heal();
                  return true;
                });
            return said;
          });
      assertEquals(link, lab.wan().summary());
    }
  }

  private static void assertHeld(Target target, AttackReport report, String... reasons) {
    assertHeld(target, report, NOT_LEFT_HANGING, reasons);
  }

  /**
   * Whatever came, honest clients were greeted, nobody waited long, nothing grew, and the log tells
   * of the attacker.
   *
   * @param reasons what the log has of the attacker's own connections
   */
  private static void assertHeld(
      Target target, AttackReport report, Duration longest, String... reasons) {
    assertAll(
        () -> assertTrue(report.greeted() * 5 > report.honest().size(), report::text),
        () -> assertTrue(report.longest().compareTo(longest) < 0, report::text),
        () -> assertTrue(report.memory() > 0 && report.memory() < SERVERS_MEMORY, report::text),
        () ->
            assertTrue(
                report.linesOfTheAttacker().keySet().containsAll(Arrays.asList(reasons)),
                report::text),
        () -> assertTrue(target.server().isRunning(), "the server ended"),
        () -> assertEquals(0, restarts(target)),
        () ->
            assertTrue(target.server().getLogs().length() < LOG_BYTES, "the log was not rotated"));
  }

  private static int restarts(Target target) {
    return target.server().getCurrentContainerInfo().getRestartCount();
  }
}
