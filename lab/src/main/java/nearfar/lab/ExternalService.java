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
import org.testcontainers.containers.GenericContainer;

/**
 * A container of the caller in place of the lab's server. It joins the lab's networks after Compose
 * has created them, and leaves before Compose removes them.
 */
final class ExternalService {
  private static final List<String> MODES_WITHOUT_NETWORKS = List.of("host", "none", "container:");

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
   * Starts the container if it does not run. Its owner stops it.
   *
   * @throws IllegalArgumentException if it cannot join the lab's networks, or has ended
   */
  void start() {
    container.start();
    InspectContainerResponse state = inspect();
    if (!Boolean.TRUE.equals(state.getState().getRunning())) {
      throw new IllegalArgumentException(
          "the service's container %s has ended; the end of its log: %s"
              .formatted(name(), LogTail.of(container)));
    }
    String mode = String.valueOf(Objects.requireNonNull(state.getHostConfig()).getNetworkMode());
    if (MODES_WITHOUT_NETWORKS.stream().anyMatch(mode::startsWith)) {
      throw new IllegalArgumentException(
          "the service's container %s has the network mode '%s' and cannot join the lab: remove withNetworkMode"
              .formatted(name(), mode));
    }
  }

  /** Connects the container to the networks of that lab. */
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

  /** Disconnects the container from the networks of that lab, if it is connected. */
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
        // It never joined, or its owner has removed it.
      }
    }
  }

  /**
   * The published port, for programs on this host.
   *
   * @throws IllegalStateException if the container does not publish its port
   */
  InetSocketAddress lanAddress() {
    Binding[] bindings =
        inspect().getNetworkSettings().getPorts().getBindings().get(ExposedPort.tcp(port));
    return Optional.ofNullable(bindings)
        .filter(some -> some.length > 0)
        .map(some ->
            new InetSocketAddress(container.getHost(), Integer.parseInt(some[0].getHostPortSpec())))
        .orElseThrow(() ->
            new IllegalStateException(
                "the service's container %s publishes no port for the LAN: add .withExposedPorts(%d)"
                    .formatted(name(), port)));
  }

  private String name() {
    return container.getDockerImageName();
  }

  private InspectContainerResponse inspect() {
    try {
      return docker.inspectContainerCmd(container.getContainerId()).exec();
    } catch (NotFoundException closed) {
      throw new IllegalArgumentException(
          "the service's container " + name() + " does not exist: it was closed", closed);
    }
  }
}
