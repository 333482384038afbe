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
 * A place in the network, from which the lab's own client tries whom it can reach. The client runs
 * in a container of its own that shares the network of the place, so that the place's limits on
 * memory and processes are left alone, and so that a place without a client has one too.
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

  /** The network of a container, exactly as that container sees it. */
  public static Vantage of(ContainerState container) {
    return in("container:" + container.getContainerId());
  }

  /** The network of the host itself. */
  public static Vantage host() {
    return in("host");
  }

  /** A place of its own on an ordinary network. */
  public static Vantage on(Network network) {
    return new Vantage(new GenericContainer<>(CLIENT).withNetwork(network));
  }

  private static Vantage in(String networkMode) {
    return new Vantage(new GenericContainer<>(CLIENT).withNetworkMode(networkMode));
  }

  /** Puts a way on the list of those that {@link #probe} tries. */
  public void plan(Way way) {
    ways.add(way);
  }

  /** Tries what was planned, at all places at the same time. */
  public static void probe(Collection<Vantage> places) {
    Startables.deepStart(places.stream().map(Vantage::program)).join();
  }

  private GenericContainer<?> program() {
    return client.withCommand(
        ways.stream()
            .flatMap(way -> Stream.of(way.host(), Integer.toString(way.port())))
            .toArray(String[]::new));
  }

  /** What came of a planned way: {@link Probes#GREETED} or the reason, such as {@code refused}. */
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
