package nearfar.tests.hardening;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.Network;
import com.github.dockerjava.api.model.Ports.Binding;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A container of a lab, running or only created, as the engine has it.
 *
 * @param networks those of the lab that it is on, by their names in the compose file
 */
public record HardeningSubject(InspectContainerResponse container, Map<String, Network> networks) {
  private static final String SERVICE = "com.docker.compose.service";
  private static final String NETWORK = "com.docker.compose.network";

  public static HardeningSubject of(DockerClient docker, String id) {
    InspectContainerResponse container = docker.inspectContainerCmd(id).exec();
    Map<String, Network> networks =
        container.getNetworkSettings().getNetworks().keySet().stream()
            .map(name -> docker.inspectNetworkCmd().withNetworkId(name).exec())
            .collect(Collectors.toMap(HardeningSubject::nameInTheFile, network -> network));
    return new HardeningSubject(container, networks);
  }

  /** Its name if it is no network of the file. */
  private static String nameInTheFile(Network network) {
    return network.getLabels().getOrDefault(NETWORK, network.getName());
  }

  /** Such as {@code client-lan}. */
  public String service() {
    Map<String, String> labels = Objects.requireNonNull(container.getConfig().getLabels());
    return Objects.requireNonNull(labels.get(SERVICE));
  }

  public HostConfig host() {
    return Objects.requireNonNull(container.getHostConfig());
  }

  /** The host's addresses and ports that lead into it. */
  public List<Binding> doors() {
    return host().getPortBindings().getBindings().values().stream()
        .flatMap(Stream::ofNullable)
        .flatMap(Stream::of)
        .toList();
  }

  @Override
  public String toString() {
    return container.getName().substring(1);
  }
}
