package nearfar.tests.isolation;

import com.github.dockerjava.api.model.Capability;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import nearfar.lab.LabInternals;
import nearfar.tests.isolation.IsolationMatrix.Way;
import nearfar.tests.support.Probes;
import org.testcontainers.containers.ContainerState;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.containers.output.OutputFrame.OutputType;
import org.testcontainers.containers.startupcheck.OneShotStartupCheckStrategy;
import org.testcontainers.lifecycle.Startables;
import org.testcontainers.utility.DockerImageName;
import org.testcontainers.utility.MountableFile;

/**
 * A place in the network, from which the lab's client tries to reach hosts. The client runs in a
 * separate container that shares the network of the place: it does not use up the place's limits on
 * memory and processes, and the place needs no client.
 */
public final class Vantage implements AutoCloseable {
  private static final DockerImageName CLIENT = DockerImageName.parse("nearfar/client:local");
  private static final String PROGRAM = "/" + Probes.class.getName().replace('.', '/') + ".class";

  private final List<Way> ways = new ArrayList<>();
  private final List<String> answers = new ArrayList<>();
  private final GenericContainer<?> client;

  private Vantage(GenericContainer<?> client) {
    this.client =
        client
            .withLabels(Map.of(LabInternals.OWNER, LabInternals.thisOwner()))
            .withCopyFileToContainer(
                MountableFile.forClasspathResource(PROGRAM), "/probes" + PROGRAM)
            .withCreateContainerCmdModifier(create -> {
              create.withEntrypoint(
                  "/opt/java/bin/java", "-cp", "/app/client.jar:/probes", Probes.class.getName());
              Objects.requireNonNull(create.getHostConfig())
                  .withCapDrop(Capability.ALL)
                  .withSecurityOpts(List.of("no-new-privileges:true"));
            })
            .withStartupCheckStrategy(
                new OneShotStartupCheckStrategy().withTimeout(Duration.ofSeconds(60)));
  }

  /** The network namespace of a container. */
  public static Vantage of(ContainerState container) {
    return in("container:" + container.getContainerId());
  }

  /** The network of the host. */
  public static Vantage host() {
    return in("host");
  }

  /** A separate place on an ordinary network. */
  public static Vantage on(Network network) {
    return new Vantage(new GenericContainer<>(CLIENT).withNetwork(network));
  }

  private static Vantage in(String networkMode) {
    return new Vantage(new GenericContainer<>(CLIENT).withNetworkMode(networkMode));
  }

  /** Adds a target to the list that {@link #probe} tries. */
  public void plan(Way way) {
    ways.add(way);
  }

  /** Tries all planned targets, from all places at the same time. */
  public static void probe(Collection<Vantage> places) {
    Startables.deepStart(places.stream().map(Vantage::program)).join();
  }

  private GenericContainer<?> program() {
    return client.withCommand(
        ways.stream()
            .flatMap(way -> Stream.of(way.host(), Integer.toString(way.port())))
            .toArray(String[]::new));
  }

  /**
   * The result of a planned target: {@link Probes#GREETED} or the reason, such as {@code refused}.
   */
  public String answer(Way way) {
    if (answers.isEmpty()) {
      answers.addAll(client.getLogs(OutputType.STDOUT).lines().toList());
    }
    return answers.get(ways.indexOf(way));
  }

  @Override
  public void close() {
    client.close();
  }
}
