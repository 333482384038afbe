package nearfar.tests.attacks;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.Ulimit;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import nearfar.lab.ClientSettings;
import nearfar.lab.Exchange;
import nearfar.lab.Lab;
import nearfar.lab.LabInternals;
import nearfar.lab.LabSettings;
import nearfar.lab.Side;
import nearfar.tests.support.MemoryWatch;
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
 * A lab with an attacker, on its LAN or in the place of a far client, and with honest clients near
 * and far, whose exchanges are recorded during the attack.
 */
final class Siege implements AutoCloseable {
  static final Duration BACK_WITHIN = Duration.ofSeconds(30);

  /** Larger than a send buffer: a client that does not read blocks the server. */
  private static final String GREETING = "x".repeat(60_000);

  private static final ClientSettings HONEST =
      new ClientSettings(
          1, 1, Duration.ofMillis(200), Duration.ofSeconds(5), Duration.ofSeconds(8), false);

  private static final String JAVA = "/opt/java/bin/java";

  private final DockerClient docker = DockerClientFactory.lazyClient();
  private final List<Runnable> ends = new ArrayList<>();
  private final Lab lab;
  private final GenericContainer<?> onTheLan;
  private final Target server;

  /**
   * The host that is attacked, and the results of its honest clients.
   *
   * @param name the name that the attacker connects to
   */
  record Target(
      String name,
      ContainerState server,
      GenericContainer<?> attacker,
      MemoryWatch memory,
      Supplier<List<Exchange>> honest) {}

  Siege() {
    lab = Lab.start(LabSettings.defaults().clients(HONEST).greeting(GREETING));
    ends.add(lab::close);
    MemoryWatch memory = watchMemory(lab.container("server"));
    ends.add(memory::close);
    onTheLan = attacker(lan(), host -> host.withCapAdd(Capability.NET_RAW).withMemory(768L << 20));
    onTheLan.start();
    ends.add(onTheLan::close);
    server =
        new Target(
            "server",
            lab.container("server"),
            onTheLan,
            memory,
            () -> Stream.of(Side.values()).flatMap(side -> lab.exchanges(side).stream()).toList());
  }

  Lab lab() {
    return lab;
  }

  DockerClient docker() {
    return docker;
  }

  /** The lab's own server, attacked from its LAN. */
  Target server() {
    return server;
  }

  /** The gateway, attacked from a far client's place. */
  Target gateway(GenericContainer<?> captured, MemoryWatch memory) {
    return new Target(
        "server", lab.container("wan-gateway"), captured, memory, () -> lab.exchanges(Side.FAR));
  }

  /** Another server on the LAN, attacked from there. */
  Target another(String name, ContainerState limited, MemoryWatch memory, ContainerState honest) {
    return new Target(
        name,
        limited,
        onTheLan,
        memory,
        () ->
            json(honest)
                .filter(LabInternals::isExchange)
                .map(line -> LabInternals.exchange("honest", line))
                .toList());
  }

  /** The caller closes it. */
  MemoryWatch watchMemory(ContainerState container) {
    return MemoryWatch.of(docker, container.getContainerId());
  }

  /**
   * A running container in the place of a far client, with its limits, but with twice its memory,
   * because a second program waits in it. The caller closes it.
   */
  GenericContainer<?> captured() {
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

  private static GenericContainer<?> attacker(String network, Consumer<HostConfig> limits) {
    GenericContainer<?> container =
        container("nearfar/runtime:local", network, limits)
            .withCreateContainerCmdModifier(
                create -> create.withEntrypoint(JAVA, "-cp", "/attack", Attacker.class.getName()))
            .waitingFor(Wait.forLogMessage("ready\\s*", 1));
    for (Class<?> program : List.of(Attacker.class, SynFlood.class)) {
      String file = "/" + program.getName().replace('.', '/') + ".class";
      container.withCopyFileToContainer(MountableFile.forClasspathResource(file), "/attack" + file);
    }
    return container;
  }

  /** A container on the LAN without capabilities. The caller starts and closes it. */
  GenericContainer<?> onTheLan(String image, Consumer<HostConfig> limits) {
    return container(image, lan(), limits);
  }

  private String lan() {
    return lab.name() + "_lan";
  }

  private static GenericContainer<?> container(
      String image, String network, Consumer<HostConfig> limits) {
    return new GenericContainer<>(DockerImageName.parse(image))
        .withLabels(Map.of(LabInternals.OWNER, LabInternals.thisOwner()))
        .withNetworkMode(network)
        .withCreateContainerCmdModifier(create ->
            limits.accept(
                Objects.requireNonNull(create.getHostConfig()).withCapDrop(Capability.ALL)));
  }

  /** Attacks with that many connections at once; returns when honest clients are greeted again. */
  AttackReport attack(Target target, String kind, int atOnce, int seconds) {
    return measure(
        target, kind, () -> run(target.attacker(), target.name(), kind, atOnce, seconds));
  }

  /** Attacks from the LAN without watching honest clients; returns the attacker's output. */
  String attackFromTheLan(String kind, int atOnce, int seconds) {
    return run(onTheLan, "server", kind, atOnce, seconds);
  }

  static String run(
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

  /** Sends SYN packets with forged source addresses from the LAN, as root with CAP_NET_RAW. */
  String synFlood(int count) {
    return synFlood(onTheLan, "0", count);
  }

  static String synFlood(GenericContainer<?> attacker, String user, int count) {
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

  /** Returns when every honest client has been greeted in an exchange that began afterwards. */
  AttackReport measure(Target target, String name, Supplier<String> attack) {
    String before = json(target.server()).map(Siege::time).reduce("", (first, last) -> last);
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
            address(target.attacker()),
            target.honest().get().stream().filter(each -> each.endNanos() > began).toList(),
            target.memory().peakSince(began),
            json(target.server()).filter(line -> time(line).compareTo(before) > 0).toList());
    System.out.println(report.text());
    return report;
  }

  /** Empty if the attacker shares a client's address. */
  private static String address(GenericContainer<?> attacker) {
    return attacker.getContainerInfo().getNetworkSettings().getNetworks().values().stream()
        .map(network -> Objects.requireNonNullElse(network.getIpAddress(), ""))
        .findFirst()
        .orElse("");
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

  @Override
  public void close() {
    ends.reversed().forEach(Runnable::run);
  }
}
