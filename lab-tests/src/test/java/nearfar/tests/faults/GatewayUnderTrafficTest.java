package nearfar.tests.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.PortBinding;
import eu.rekawek.toxiproxy.ToxiproxyClient;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import nearfar.lab.LabInternals;
import nearfar.networks.fault.Faults;
import nearfar.networks.link.Impairment;
import nearfar.networks.link.Link;
import nearfar.networks.link.Rate;
import nearfar.networks.toxiproxy.Gateway;
import nearfar.networks.toxiproxy.Route;
import nearfar.networks.toxiproxy.ToxicPlan;
import nearfar.tests.support.Echo;
import nearfar.tests.support.Transfers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.lifecycle.Startables;
import org.testcontainers.toxiproxy.ToxiproxyContainer;
import org.testcontainers.utility.DockerImageName;
import org.testcontainers.utility.MountableFile;

/**
 * The real Toxiproxy, whose link changes hundreds of times under connections that transfer without
 * a pause. It panics when toxics are taken away in another order than the gateway's.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GatewayUnderTrafficTest {
  private static final String LOOPBACK = "127.0.0.1";
  private static final int API = 8474;
  private static final int DOOR = 8666;
  private static final int CHANGES = 200;
  private static final int CONNECTIONS = 16;
  private static final Route ROUTE = new Route("wan", "0.0.0.0:" + DOOR, "echo:" + Echo.PORT);
  private static final String ECHO = "/" + Echo.class.getName().replace('.', '/') + ".class";
  private static final Map<String, String> OWNED =
      Map.of(LabInternals.OWNER, LabInternals.thisOwner());

  private final Network network =
      Network.builder().createNetworkCmdModifier(create -> create.withLabels(OWNED)).build();

  private final GenericContainer<?> echo =
      new GenericContainer<>(DockerImageName.parse("nearfar/runtime:local"))
          .withLabels(OWNED)
          .withNetwork(network)
          .withNetworkAliases("echo")
          .withCopyFileToContainer(MountableFile.forClasspathResource(ECHO), "/echo" + ECHO)
          .withCreateContainerCmdModifier(create ->
              create.withEntrypoint("/opt/java/bin/java", "-cp", "/echo", Echo.class.getName()))
          .waitingFor(Wait.forLogMessage("listening\\s*", 1));

  /** It would publish 33 ports on all addresses of the host; here it is two, on loopback. */
  private final ToxiproxyContainer toxiproxy =
      new ToxiproxyContainer("ghcr.io/shopify/toxiproxy:2.12.0") {
        @Override
        public String getHost() {
          return LOOPBACK;
        }
      }.withLabels(OWNED)
          .withNetwork(network)
          .withExposedPorts(API, DOOR)
          .withCreateContainerCmdModifier(create -> {
            HostConfig host = Objects.requireNonNull(create.getHostConfig());
            host.withCapDrop(Capability.ALL)
                .withPortBindings(
                    PortBinding.parse("127.0.0.1::" + API),
                    PortBinding.parse("127.0.0.1::" + DOOR));
          });

  private Gateway gateway;
  private InetSocketAddress door;

  @BeforeAll
  void start() throws Exception {
    Startables.deepStart(echo, toxiproxy).join();
    new ToxiproxyClient(toxiproxy.getHost(), toxiproxy.getControlPort())
        .createProxy(ROUTE.proxy(), ROUTE.listen(), ROUTE.upstream());
    gateway = new Gateway(toxiproxy.getHost(), toxiproxy.getControlPort(), ROUTE);
    door = new InetSocketAddress(InetAddress.getLoopbackAddress(), toxiproxy.getMappedPort(DOOR));
  }

  @AfterAll
  void stop() {
    toxiproxy.close();
    echo.close();
    network.close();
  }

  @Test
  @Timeout(180)
  void everyByteArrivesHoweverOftenTheLinkChangesAndTheLastLinkStands() throws Exception {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    Set<ToxicPlan> plans = new HashSet<>();
    List<Long> transfers = new ArrayList<>();
    ToxicPlan last = ToxicPlan.of(link(random));
    try (Transfers traffic = new Transfers(door, CONNECTIONS)) {
      for (int i = 0; i < CHANGES; i++) {
        last = ToxicPlan.of(link(random), faults(random));
        plans.add(last);
        gateway.apply(last);
      }
      last = ToxicPlan.of(link(random));
      gateway.apply(last);
      transfers.addAll(traffic.finish());
    }
    String drawn = "links drawn by the seed " + seed;
    assertTrue(toxiproxy.isRunning(), drawn);
    assertEquals(Gateway.Condition.AS_PLANNED, gateway.compare(last), drawn);
    assertEquals(CONNECTIONS, transfers.size());
    assertTrue(transfers.stream().allMatch(each -> each >= 3), transfers::toString);
    assertTrue(plans.size() > CHANGES / 2, "the links differ");
  }

  /** Those through which all that is sent arrives at last. */
  private static Faults faults(Random random) {
    return switch (random.nextInt(8)) {
      case 0 -> Faults.parse("sliced:5000/1ms");
      case 1 -> Faults.parse("slow-close:5ms,truncated:999999999");
      case 2 -> Faults.parse("hang@50%,sliced:5000/1ms@50%");
      case 3 -> Faults.parse("truncated:999999999@50%,slow-close:3ms@20%");
      default -> Faults.NONE;
    };
  }

  private static Link link(Random random) {
    return new Link("drawn", impairment(random), impairment(random));
  }

  /**
   * Often with both a delay and a rate, and often without one of them, so that they come and go.
   */
  private static Impairment impairment(Random random) {
    int millis = random.nextInt(4) == 0 ? 0 : random.nextInt(1, 20);
    Rate rate = random.nextInt(4) == 0 ? null : new Rate(8_000L * random.nextInt(500, 5_000));
    return new Impairment(
        Duration.ofMillis(millis), Duration.ofMillis(random.nextInt(millis + 1)), rate);
  }
}
