package nearfar.lab;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.ContainerNetwork;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.Ports.Binding;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import nearfar.common.text.TerminalText;
import org.testcontainers.containers.GenericContainer;

/**
 * Somebody else's container at the server's place: it comes when the networks are there, and goes
 * before them.
 */
final class ExternalService {
  private static final List<String> CLOSED = List.of("host", "none", "container:");

  private final GenericContainer<?> container;
  private final int port;
  private final DockerClient docker;

  ExternalService(Service.Container service, DockerClient docker) {
    this.container = service.container();
    this.port = service.port();
    this.docker = docker;
  }

  GenericContainer<?> container() {
    return container;
  }

  /**
   * Starts it unless it has been started; it is never stopped from here.
   *
   * @throws IllegalArgumentException if it cannot be on the lab's networks, or has ended
   */
  void start() {
    container.start();
    InspectContainerResponse state = inspect();
    if (!Boolean.TRUE.equals(state.getState().getRunning())) {
      throw new IllegalArgumentException(
          "the service's container %s does not run any more; it said at last: %s"
              .formatted(name(), lastWords()));
    }
    String mode = String.valueOf(Objects.requireNonNull(state.getHostConfig()).getNetworkMode());
    if (CLOSED.stream().anyMatch(mode::startsWith)) {
      throw new IllegalArgumentException(
          "the service's container %s has the network mode '%s', with which it can join no lab: leave out withNetworkMode"
              .formatted(name(), mode));
    }
  }

  /** Takes the server's place in that lab. */
  void join(String lab) {
    connect(lab + "_lan", "server");
    connect(lab + "_uplink", "origin");
  }

  private void connect(String network, String alias) {
    docker
        .connectToNetworkCmd()
        .withNetworkId(network)
        .withContainerId(container.getContainerId())
        .withContainerNetwork(new ContainerNetwork().withAliases(alias))
        .exec();
  }

  /** Gives up the server's place; does nothing where it has none. */
  void leave(String lab) {
    if (container.getContainerId() == null) {
      return;
    }
    for (String network : List.of(lab + "_lan", lab + "_uplink")) {
      try {
        docker
            .disconnectFromNetworkCmd()
            .withNetworkId(network)
            .withContainerId(container.getContainerId())
            .withForce(true)
            .exec();
      } catch (DockerException notThere) {
        // It never joined, or its owner has closed it.
      }
    }
  }

  /** Where programs on this host find it, without the lab in between. */
  InetSocketAddress door() {
    Binding[] bindings =
        inspect().getNetworkSettings().getPorts().getBindings().get(ExposedPort.tcp(port));
    return Optional.ofNullable(bindings)
        .filter(some -> some.length > 0)
        .map(some ->
            new InetSocketAddress(container.getHost(), Integer.parseInt(some[0].getHostPortSpec())))
        .orElseThrow(() ->
            new IllegalStateException(
                "the service's container %s has no door over the LAN: give it .withExposedPorts(%d)"
                    .formatted(name(), port)));
  }

  /** The end of what it has written. */
  String lastWords() {
    List<String> lines = container.getLogs().lines().toList();
    return TerminalText.lines(
        String.join("\n", lines.subList(Math.max(0, lines.size() - 5), lines.size())));
  }

  private String name() {
    return container.getDockerImageName();
  }

  private InspectContainerResponse inspect() {
    try {
      return docker.inspectContainerCmd(container.getContainerId()).exec();
    } catch (NotFoundException closed) {
      throw new IllegalArgumentException(
          "the service's container " + name() + " is there no more: it was closed", closed);
    }
  }
}
