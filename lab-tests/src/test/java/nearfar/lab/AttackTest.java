package nearfar.lab;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.Ulimit;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.Container.ExecResult;
import org.testcontainers.containers.ContainerState;
import org.testcontainers.containers.ExecConfig;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.output.OutputFrame.OutputType;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.DockerImageName;
import org.testcontainers.utility.MountableFile;

/**
 * What becomes of the lab's server, and of honest clients near and far, while somebody on the LAN
 * is at it. All attacks are bounded in count, bytes and time, and do not leave the lab's LAN.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("attack")
class AttackTest {
  /** More than fits in one send buffer, so that who does not read is noticed. */
  private static final String GREETING = "x".repeat(60_000);

  private static final ClientSettings HONEST =
      new ClientSettings(
          1, 1, Duration.ofMillis(200), Duration.ofSeconds(5), Duration.ofSeconds(8), false);

  private static final String JAVA = "/opt/java/bin/java";
  private static final String LIMITED = "limited";
  private static final Duration BACK_WITHIN = Duration.ofSeconds(30);
  private static final Duration NOT_LEFT_HANGING = Duration.ofSeconds(15);
  private static final Duration PAUSE = Duration.ofSeconds(5);
  private static final long SERVERS_MEMORY = 128L << 20;
  private static final long GATEWAYS_MEMORY = 192L << 20;
  private static final long LOG_BYTES = 3 * 2_000_000L;

  private final DockerClient docker = DockerClientFactory.lazyClient();
  private final List<AutoCloseable> open = new ArrayList<>();
  private Lab lab;
  private GenericContainer<?> onTheLan;
  private Target server;

  /** Who is attacked, and how honest clients of it fare. */
  private record Target(
      String name,
      ContainerState server,
      GenericContainer<?> attacker,
      MemoryWatch memory,
      Supplier<List<Exchange>> honest) {}

  @BeforeAll
  void startALabAndAnAttackerOnItsLan() {
    lab = Lab.start(LabSettings.defaults().clients(HONEST).greeting(GREETING));
    open.add(lab);
    ContainerState itsServer = lab.container("server");
    MemoryWatch memory = MemoryWatch.of(docker, itsServer.getContainerId());
    open.add(memory);
    onTheLan = attacker(lan(), host -> host.withCapAdd(Capability.NET_RAW).withMemory(768L << 20));
    onTheLan.start();
    open.add(onTheLan);
    server =
        new Target(
            "server",
            itsServer,
            onTheLan,
            memory,
            () -> Stream.of(Side.values()).flatMap(side -> lab.exchanges(side).stream()).toList());
  }

  private GenericContainer<?> attacker(String network, Consumer<HostConfig> limits) {
    GenericContainer<?> container =
        container("nearfar/runtime:0.1.0", network, limits)
            .withCreateContainerCmdModifier(
                create -> create.withEntrypoint(JAVA, "-cp", "/attack", Attacker.class.getName()))
            .waitingFor(Wait.forLogMessage("ready\\s*", 1));
    for (Class<?> program : List.of(Attacker.class, SynFlood.class)) {
      String file = "/" + program.getName().replace('.', '/') + ".class";
      container.withCopyFileToContainer(MountableFile.forClasspathResource(file), "/attack" + file);
    }
    return container;
  }

  private String lan() {
    return lab.name() + "_lan";
  }

  private static GenericContainer<?> container(
      String image, String network, Consumer<HostConfig> limits) {
    return new GenericContainer<>(DockerImageName.parse(image))
        .withLabels(Map.of(Sweep.OWNER, Owner.thisProcess().label()))
        .withNetworkMode(network)
        .withCreateContainerCmdModifier(create ->
            limits.accept(
                Objects.requireNonNull(create.getHostConfig()).withCapDrop(Capability.ALL)));
  }

  @AfterAll
  void stop() throws Exception {
    for (AutoCloseable each : open.reversed()) {
      each.close();
    }
  }

  @Test
  void whoConnectsAndStaysKeepsNobodyOut() {
    assertHeld(attack(server, "idle", 4_000, 3), "greeted");
  }

  @Test
  void whoComesAndGoesKeepsNobodyOut() {
    assertHeld(attack(server, "churn", 64, 2), "greeted");
  }

  @Test
  void whoHardlyReadsKeepsNobodyOut() {
    assertHeld(attack(server, "slow", 4_000, 4), "failed crowded-out");
  }

  @Test
  void whoSendsWithoutEndKeepsNobodyOut() {
    AttackReport report = attack(server, "send", 16, 3);
    assertHeld(report, "greeted");
    assertTrue(
        report.log().stream().anyMatch(line -> line.has("drained_bytes"))
            || report.lines().containsKey("failed reset"),
        report::text);
  }

  @Test
  void whoClosesOneHalfKeepsNobodyOut() {
    assertHeld(attack(server, "half", 4_000, 2), "greeted");
  }

  @Test
  void whoResetsKeepsNobodyOut() {
    assertHeld(attack(server, "reset", 64, 2), "failed reset");
  }

  @Test
  void whoNeverFinishesConnectingKeepsNobodyOut() {
    AttackReport report = measure(server, "half-open", () -> synFlood(onTheLan, "0", 30_000));
    assertHeld(report);
    assertTrue(report.attacker().startsWith("sent 30000 "), report.attacker());
  }

  @Test
  void aFullBacklogIsServedWhenTheServerCanAgain() {
    String id = server.server().getContainerId();
    AttackReport report =
        measure(
            server,
            "backlog",
            () -> {
              docker.pauseContainerCmd(id).exec();
              try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
                CompletableFuture<String> said =
                    CompletableFuture.supplyAsync(
                        () -> run(onTheLan, "server", "wait", 5_000, 7), executor);
                long began = System.nanoTime();
                await()
                    .atMost(BACK_WITHIN)
                    .until(() -> System.nanoTime() - began > PAUSE.toNanos());
                docker.unpauseContainerCmd(id).exec();
                return said.join();
              }
            });
    assertHeld(report);
    assertTrue(!report.attacker().contains("unanswered 0"), "the backlog was never full");
  }

  @Test
  void whoTakesAllDescriptorsKeepsNobodyOut() throws Exception {
    Ulimit few = new Ulimit("nofile", 64L, 64L);
    try (GenericContainer<?> limited =
            container(
                    "nearfar/server:0.1.0",
                    lan(),
                    host -> host.withUlimits(List.of(few)).withMemory(SERVERS_MEMORY))
                .withCreateContainerCmdModifier(create -> create.withAliases(LIMITED))
                .withEnv("NEARFAR_LOG", "json")
                .waitingFor(Wait.forLogMessage(".*listening.*\\s*", 1));
        GenericContainer<?> honest =
            container("nearfar/client:0.1.0", lan(), host -> host.withMemory(64L << 20))
                .withCommand("watch", LIMITED, "4444")
                .withEnv(Map.of("NEARFAR_LOG", "json", "NEARFAR_INTERVAL", "200ms"))
                .waitingFor(Wait.forLogMessage(".*greeted.*\\s*", 1))) {
      limited.start();
      honest.start();
      try (MemoryWatch memory = MemoryWatch.of(docker, limited.getContainerId())) {
        Target target =
            new Target(
                LIMITED,
                limited,
                onTheLan,
                memory,
                () ->
                    json(honest)
                        .filter(Exchange::isExchange)
                        .map(line -> Exchange.from("honest", line))
                        .toList());
        assertHeld(attack(target, "idle", 300, 2), "greeted", "rejected full");
      }
    }
  }

  @Test
  void whoHasAFarClientCannotBreakTheLink() {
    try (GenericContainer<?> captured = captured();
        MemoryWatch memory = MemoryWatch.of(docker, gateway().getContainerId())) {
      Target target = theGateway(captured, memory);
      assertEquals("no raw socket", synFlood(captured, "65532", 1).strip());
      String link = lab.wan().summary();
      for (String kind : List.of("idle", "send")) {
        AttackReport report = attack(target, kind, 200, 2);
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
    try (GenericContainer<?> captured = captured();
        MemoryWatch memory = MemoryWatch.of(docker, gateway().getContainerId())) {
      lab.wan().fault("hang");
      measure(
          theGateway(captured, memory),
          "touch, while the link hangs,",
          () -> {
            String said = run(captured, "server", "touch", 200, 3);
            // The order is taken also while the gateway is away, as when it had no memory left.
            await()
                .atMost(BACK_WITHIN)
                .ignoreException(IllegalStateException.class)
                .until(() -> {
                  lab.wan().heal();
                  return true;
                });
            return said;
          });
    }
  }

  private ContainerState gateway() {
    return lab.container("wan-gateway");
  }

  private Target theGateway(GenericContainer<?> captured, MemoryWatch memory) {
    return new Target("server", gateway(), captured, memory, () -> lab.exchanges(Side.FAR));
  }

  /**
   * In the place of a far client, with its limits; but a second program waits in this container,
   * and has as much memory again.
   */
  private GenericContainer<?> captured() {
    String client = lab.container("client-wan-1").getContainerId();
    GenericContainer<?> captured =
        attacker(
            "container:" + client,
            host ->
                host.withMemory(128L << 20)
                    .withPidsLimit(200L)
                    .withUlimits(List.of(new Ulimit("nofile", 256L, 256L))));
    captured.start();
    return captured;
  }

  private AttackReport attack(Target target, String kind, int atOnce, int seconds) {
    return measure(
        target, kind, () -> run(target.attacker(), target.name(), kind, atOnce, seconds));
  }

  private static String run(
      GenericContainer<?> attacker, String host, String kind, int atOnce, int seconds) {
    return exec(
        attacker,
        "65532",
        JAVA,
        "-XX:MaxRAMPercentage=50",
        "-cp",
        "/attack",
        Attacker.class.getName(),
        host,
        kind,
        Integer.toString(atOnce),
        Integer.toString(seconds));
  }

  /** Root has what it takes where the container was given it, and nobody else. */
  private static String synFlood(GenericContainer<?> attacker, String user, int count) {
    return exec(
        attacker,
        user,
        JAVA,
        "--enable-native-access=ALL-UNNAMED",
        "-cp",
        "/attack",
        SynFlood.class.getName(),
        "server",
        Integer.toString(count));
  }

  private static String exec(GenericContainer<?> attacker, String user, String... command) {
    try {
      ExecResult result =
          attacker.execInContainer(ExecConfig.builder().user(user).command(command).build());
      assertEquals(0, result.getExitCode(), result.getStderr());
      return result.getStdout();
    } catch (IOException | InterruptedException failed) {
      throw new AssertionError("there was no attack", failed);
    }
  }

  private AttackReport measure(Target target, String name, Supplier<String> attack) {
    String before = json(target.server()).map(AttackTest::time).reduce("", (first, last) -> last);
    long began = System.nanoTime();
    String said = attack.get();
    long over = System.nanoTime();
    int clients = (int) target.honest().get().stream().map(Exchange::client).distinct().count();
    await("honest clients of " + target.name() + " are greeted again")
        .atMost(BACK_WITHIN)
        .until(() ->
            target.honest().get().stream()
                    .filter(exchange -> exchange.greeted() && exchange.startNanos() > over)
                    .map(Exchange::client)
                    .distinct()
                    .count()
                == clients);
    AttackReport report =
        new AttackReport(
            name,
            said,
            target.honest().get().stream().filter(each -> each.endNanos() > began).toList(),
            target.memory().peakSince(began),
            json(target.server()).filter(line -> time(line).compareTo(before) > 0).toList());
    System.out.println(report.text());
    return report;
  }

  /** Whatever came, honest clients were greeted, nobody waited long, and nothing grew. */
  private void assertHeld(AttackReport report, String... reasons) {
    assertAll(
        () -> assertTrue(report.greeted() * 3 > report.honest().size(), report::text),
        () -> assertTrue(report.longest().compareTo(NOT_LEFT_HANGING) < 0, report::text),
        () -> assertTrue(report.memory() > 0 && report.memory() < SERVERS_MEMORY, report::text),
        () -> assertTrue(report.lines().keySet().containsAll(Arrays.asList(reasons)), report::text),
        () -> assertEquals(0, lab.restarts("server")),
        () ->
            assertTrue(server.server().getLogs().length() < LOG_BYTES, "the log was not rotated"));
  }

  private static String time(JsonObject line) {
    return line.get("time").getAsString();
  }

  private static Stream<JsonObject> json(ContainerState container) {
    return container
        .getLogs(OutputType.STDOUT)
        .lines()
        .filter(line -> line.startsWith("{"))
        .map(line -> JsonParser.parseString(line).getAsJsonObject());
  }
}
