package nearfar.tests.support;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.Network;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import nearfar.lab.LabInternals;

/** A container, a network and a volume, labelled as the remains of a lab that never ran. */
public record Remains(DockerClient docker, String project) implements AutoCloseable {
  public static final Set<String> ALL = Set.of("containers", "networks", "volumes");

  private static final String PROJECT = "com.docker.compose.project";

  public static Remains of(DockerClient docker, String owner) {
    String project = "nearfar-test-remains-" + UUID.randomUUID().toString().substring(0, 8);
    Map<String, String> labels = Map.of(PROJECT, project, LabInternals.OWNER, owner);
    Network.Ipam ipam =
        new Network.Ipam()
            .withConfig(
                new Network.Ipam.Config()
                    .withSubnet(LabInternals.Addresses.find(docker).subnet() + ".0/28"));
    docker
        .createNetworkCmd()
        .withName(project)
        .withInternal(true)
        .withIpam(ipam)
        .withLabels(labels)
        .exec();
    docker.createVolumeCmd().withName(project).withLabels(labels).exec();
    docker
        .createContainerCmd("nearfar/client:local")
        .withName(project)
        .withHostConfig(HostConfig.newHostConfig().withNetworkMode(project))
        .withLabels(labels)
        .exec();
    return new Remains(docker, project);
  }

  /** The parts of it that Docker still has. */
  public Set<String> left() {
    return leftOf(docker, project);
  }

  /** The kinds of objects (containers, networks, volumes) that Docker has of a lab. */
  public static Set<String> leftOf(DockerClient docker, String project) {
    List<String> label = List.of(PROJECT + "=" + project);
    Set<String> kinds = new TreeSet<>();
    if (!docker.listContainersCmd().withShowAll(true).withLabelFilter(label).exec().isEmpty()) {
      kinds.add("containers");
    }
    if (!docker.listNetworksCmd().withFilter("label", label).exec().isEmpty()) {
      kinds.add("networks");
    }
    if (!docker.listVolumesCmd().withFilter("label", label).exec().getVolumes().isEmpty()) {
      kinds.add("volumes");
    }
    return kinds;
  }

  /** Removes the parts that are left, in the order that Docker requires. */
  @Override
  public void close() {
    Set<String> left = left();
    if (left.contains("containers")) {
      docker.removeContainerCmd(project).withForce(true).exec();
    }
    if (left.contains("networks")) {
      docker.removeNetworkCmd(project).exec();
    }
    if (left.contains("volumes")) {
      docker.removeVolumeCmd(project).exec();
    }
  }
}
