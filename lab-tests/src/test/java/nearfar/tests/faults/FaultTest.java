package nearfar.tests.faults;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.dockerjava.api.model.Capability;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import nearfar.lab.ClientSettings;
import nearfar.lab.Exchange;
import nearfar.lab.Lab;
import nearfar.lab.LabInternals;
import nearfar.lab.LabSettings;
import nearfar.lab.Side;
import nearfar.networks.fault.Flapping;
import nearfar.tests.support.RawClient;
import nearfar.tests.support.Timing;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.Container.ExecResult;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.DockerImageName;
import org.testcontainers.utility.MountableFile;

/** What a plain socket sees of each fault, in the network of a far client. */
@Order(0)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultTest {
  private static final int WHOLE = "connection formed successfully\n".length();
  private static final String PROGRAM =
      "/" + RawClient.class.getName().replace('.', '/') + ".class";
  private static final Duration CEILING = Duration.ofSeconds(20);
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(1);
  private static final int FEW = 3;

  private Lab lab;
  private GenericContainer<?> client;

  @BeforeAll
  void startALabAndASocketBesideItsFirstFarClient() {
    lab =
        Lab.start(
            LabSettings.defaults()
                .clients(
                    new ClientSettings(
                        1,
                        2,
                        Duration.ofMillis(200),
                        CONNECT_TIMEOUT,
                        Duration.ofSeconds(2),
                        false)));
    client =
        new GenericContainer<>(DockerImageName.parse("nearfar/runtime:local"))
            .withLabels(Map.of(LabInternals.OWNER, LabInternals.thisOwner()))
            .withNetworkMode("container:" + lab.container("client-wan-1").getContainerId())
            .withCopyFileToContainer(MountableFile.forClasspathResource(PROGRAM), "/raw" + PROGRAM)
            .withCreateContainerCmdModifier(create -> {
              create.withEntrypoint("/opt/java/bin/java", "-cp", "/raw", RawClient.class.getName());
              Objects.requireNonNull(create.getHostConfig()).withCapDrop(Capability.ALL);
            })
            .waitingFor(Wait.forLogMessage("ready\\s*", 1));
    client.start();
  }

  @AfterAll
  void stop() {
    client.close();
    lab.close();
  }

  @AfterEach
  void heal() {
    lab.wan().heal();
    assertAll(attempts(1), "end", WHOLE);
    assertEquals(List.of(), helpers());
  }

  @Test
  void refusedConnectionsAreRefusedAtOnce() {
    lab.wan().fault("refused");
    assertAll(attempts(FEW), "refused", 0);
  }

  @Test
  void aCutConnectionIsMadeAndBringsNothing() {
    lab.wan().fault("cut");
    assertAll(impatient(1), "read-timeout", 0);
  }

  @Test
  void aBlackHoleAnswersNobodyAndTheGatewayDoesAgainWhenItIsLifted() {
    lab.wan().fault("black-hole");
    assertAll(impatient(FEW), "connect-timeout", 0);
    assertEquals(1, helpers().size());
    assertTrue(lab.wan().summary().startsWith("black-hole: "), lab.wan().summary());
    lab.wan().fault("cut");
    assertAll(impatient(1), "read-timeout", 0);
    lab.wan().fault("black-hole");
    assertAll(impatient(1), "connect-timeout", 0);
  }

  @Test
  void aHangingConnectionIsMadeAndBringsNeitherAByteNorAnEnd() {
    lab.wan().fault("hang");
    assertAll(impatient(1), "read-timeout", 0);
  }

  @Test
  void aResetComesBeforeAnyByte() {
    lab.wan().fault("reset");
    assertAll(attempts(20), "reset", 0);
  }

  @Test
  void aResetInTheMiddleComesBehindSoManyBytes() {
    lab.wan().fault("reset:10");
    assertAll(attempts(10), "reset", 10);
  }

  @Test
  void aTruncatedGreetingEndsInGoodOrder() {
    lab.wan().fault("truncated:10");
    assertAll(attempts(10), "end", 10);
  }

  @Test
  void aSlicedGreetingComesInManyPieces() {
    lab.wan().fault("sliced");
    List<Attempt> attempts = attempts(FEW);
    assertAll(attempts, "end", WHOLE);
    assertTrue(
        attempts.stream().anyMatch(attempt -> attempt.receives() > WHOLE / 4), attempts::toString);
    Timing.assertEachTook(
        "the last of 31 bytes, 5 ms apart",
        attempts.stream().map(Attempt::last).toList(),
        Duration.ofMillis(150),
        CEILING);
  }

  @Test
  void aSlowCloseComesLongAfterTheData() {
    lab.wan().fault("slow-close:700ms");
    List<Attempt> attempts = attempts(FEW);
    assertAll(attempts, "end", WHOLE);
    Timing.assertEachTook(
        "from the start to the end",
        attempts.stream().map(Attempt::end).toList(),
        Duration.ofMillis(700),
        CEILING);
    assertTrue(
        attempts.stream().anyMatch(attempt -> attempt.last().toMillis() < 350),
        () -> "the data waited as well: " + attempts);
  }

  @Test
  void aShareOfTheConnectionsIsHitAndTheOthersAreNot() {
    lab.wan().fault("truncated:10@50%");
    List<Attempt> attempts = attempts(100);
    long hit = attempts.stream().filter(attempt -> attempt.bytes() == 10).count();
    long spared = attempts.stream().filter(attempt -> attempt.bytes() == WHOLE).count();
    assertEquals(100, hit + spared, attempts::toString);
    // Nine in a thousand million draws of 100 at one half are outside of 20 to 80.
    assertTrue(hit >= 20 && spared >= 20, () -> hit + " of 100 were hit");
  }

  @Test
  void faultsAreHadTogetherAndOnALinkThatStays() {
    lab.wan().change(Map.of("DOWN", "100ms", "FAULT", "sliced:8/20ms,slow-close:300ms"));
    lab.wan().fault("sliced:8/20ms,slow-close:500ms");
    List<Attempt> attempts = attempts(FEW);
    assertAll(attempts, "end", WHOLE);
    assertTrue(attempts.stream().anyMatch(attempt -> attempt.receives() >= 2), attempts::toString);
    Timing.assertEachTook(
        "the end over 100 ms, 500 ms late",
        attempts.stream().map(Attempt::end).toList(),
        Duration.ofMillis(600),
        CEILING);
    lab.wan().change(Map.of("PROFILE", "perfect"));
    assertEquals("perfect: nothing added", lab.wan().summary());
  }

  @Test
  void aPartitionSeparatesSomeClientsAndNotTheOthers() {
    lab.wan().fault("partition:client-wan-2");
    long began = System.nanoTime();
    await().atMost(CEILING).until(() -> since("client-wan-2", began).size() >= FEW);
    assertEquals(
        List.of("connect-timeout"),
        since("client-wan-2", began).stream().map(Exchange::reason).distinct().toList());
    assertTrue(since("client-wan-1", began).stream().allMatch(Exchange::greeted));
    assertAll(attempts(FEW), "end", WHOLE);
    lab.wan().fault("none");
    lab.awaitGreetings(1);
  }

  @Test
  void aFlappingLinkComesAndGoesByItsSeedAlone() {
    List<JsonObject> turns = flap("4711");
    assertPlanned(turns, 4711);
    assertNotEquals(planned(turns), planned(flap("4712")));
    assertEquals(planned(turns), planned(flap("4711")));
    assertTrue(
        turns.stream()
            .allMatch(turn ->
                turn.get("at_ns").getAsLong()
                    >= turn.get("since_ns").getAsLong() + turn.get("planned_ns").getAsLong()),
        () -> "nothing came before its time: " + turns);
    List<String> seen = lab.exchanges(Side.FAR).stream().map(Exchange::reason).distinct().toList();
    assertTrue(seen.contains("refused"), seen::toString);
  }

  @Test
  void aFaultThatIsAddedLeavesAloneWhatItDoesNotConcern() throws IOException {
    lab.wan().fault("slow-close:3s");
    try (Socket socket = new Socket()) {
      socket.connect(lab.wanAddress(), (int) CEILING.toMillis());
      socket.setSoTimeout((int) CEILING.toMillis());
      assertEquals(WHOLE, socket.getInputStream().readNBytes(WHOLE).length);
      long data = System.nanoTime();
      lab.wan().fault("slow-close:3s,partition:client-wan-2");
      assertEquals(-1, socket.getInputStream().read());
      Timing.assertEachTook(
          "the end of a connection that stood before",
          List.of(Duration.ofNanos(System.nanoTime() - data)),
          Duration.ofMillis(2_500),
          CEILING);
    }
  }

  @Test
  void whatCannotBeHadIsRefusedWithTheReasonAndChangesNothing() {
    String before = lab.wan().summary();
    for (String wrong :
        List.of("reset@30%", "loss:1%", "handshake", "slized", "partition:client-wan-7")) {
      IllegalArgumentException refused =
          assertThrows(IllegalArgumentException.class, () -> lab.wan().fault(wrong));
      assertTrue(String.valueOf(refused.getMessage()).startsWith("FAULT=" + wrong));
    }
    assertEquals(before, lab.wan().summary());
  }

  private List<JsonObject> flap(String seed) {
    int before = lab.lines("wan-control").size();
    lab.wan().change(Map.of("FAULT", "flapping:600ms~100ms", "SEED", seed));
    List<JsonObject> turns =
        await("turns of the link")
            .atMost(CEILING)
            .until(() -> turns(before), some -> some.size() >= 6);
    String summary = lab.wan().summary();
    assertTrue(summary.contains("seed " + seed), summary);
    lab.wan().fault("none");
    return turns.subList(0, 6);
  }

  private List<JsonObject> turns(int fromLine) {
    List<JsonObject> lines = lab.lines("wan-control");
    return lines.subList(fromLine, lines.size()).stream()
        .filter(line -> line.get("event").getAsString().equals("flapped"))
        .toList();
  }

  private static void assertPlanned(List<JsonObject> turns, long seed) {
    List<Long> wanted =
        new Flapping(Duration.ofMillis(600), Duration.ofMillis(100), seed)
            .schedule().turnsUntil(Duration.ofMinutes(1)).stream().map(Duration::toNanos).toList();
    assertEquals(wanted.subList(0, turns.size()), planned(turns));
  }

  private static List<Long> planned(List<JsonObject> turns) {
    return turns.stream().map(turn -> turn.get("planned_ns").getAsLong()).toList();
  }

  private List<Exchange> since(String name, long nanos) {
    return lab.exchanges(name).stream().filter(exchange -> exchange.startNanos() > nanos).toList();
  }

  private List<String> helpers() {
    return DockerClientFactory.lazyClient()
        .listContainersCmd()
        .withShowAll(true)
        .withLabelFilter(Map.of(LabInternals.LAB, lab.name()))
        .exec()
        .stream()
        .flatMap(container -> Stream.ofNullable(container.getLabels().get("nearfar.helper")))
        .toList();
  }

  /** For those that are to come to an end. */
  private List<Attempt> attempts(int count) {
    return attempts(count, CEILING, CEILING);
  }

  /** For those that are to wait in vain. */
  private List<Attempt> impatient(int count) {
    return attempts(count, Duration.ofMillis(700), Duration.ofMillis(1500));
  }

  private List<Attempt> attempts(int count, Duration connecting, Duration reading) {
    try {
      ExecResult result =
          client.execInContainer(
              "/opt/java/bin/java",
              "-cp",
              "/raw",
              RawClient.class.getName(),
              Integer.toString(count),
              Long.toString(connecting.toMillis()),
              Long.toString(reading.toMillis()));
      assertEquals(0, result.getExitCode(), result.getStderr());
      List<Attempt> attempts = result.getStdout().lines().map(Attempt::parse).toList();
      assertEquals(count, attempts.size());
      return attempts;
    } catch (IOException | InterruptedException failed) {
      throw new AssertionError("the socket could not be asked", failed);
    }
  }

  private static void assertAll(List<Attempt> attempts, String how, int bytes) {
    assertTrue(
        attempts.stream()
            .allMatch(attempt -> attempt.how().equals(how) && attempt.bytes() == bytes),
        () -> "expected %s after %d bytes, saw %s".formatted(how, bytes, attempts));
  }

  /**
   * What a socket saw.
   *
   * @param how it ended
   * @param last when its last byte had come, from the start of connecting
   * @param end when it ended
   */
  private record Attempt(String how, int bytes, int receives, Duration last, Duration end) {
    static Attempt parse(String line) {
      String[] columns = line.split(" ", -1);
      return new Attempt(
          columns[0],
          Integer.parseInt(columns[1]),
          Integer.parseInt(columns[2]),
          millis(columns[4]),
          millis(columns[5]));
    }

    private static Duration millis(String text) {
      return Duration.ofNanos(Math.round(Double.parseDouble(text) * 1e6));
    }
  }
}
