package nearfar.lab;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.model.Container;
import com.github.dockerjava.api.model.ContainerMount;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Removes labs whose process has died, and no others. */
final class Reaper {
  static final String OWNER = "nearfar.owner";
  private static final String PROJECT = "com.docker.compose.project";

  private final DockerClient docker;

  Reaper(DockerClient docker) {
    this.docker = docker;
  }

  /** Removes every lab whose owner is dead; returns the names. */
  Set<String> removeAbandonedLabs() {
    return removeLabsOf(Owner::isDead);
  }

  /** Removes every lab of such owners; returns the names. */
  Set<String> removeLabsOf(Predicate<Owner> owners) {
    Set<String> removed = new TreeSet<>();
    for (Container container :
        docker.listContainersCmd().withShowAll(true).withLabelFilter(List.of(OWNER)).exec()) {
      String lab = labOf(owners, container.getLabels());
      if (lab != null
          && attempt(() ->
              docker
                  .removeContainerCmd(container.getId())
                  .withForce(true)
                  .withRemoveVolumes(true)
                  .exec())) {
        removed.add(lab);
        container.getMounts().stream()
            .map(ContainerMount::getSource)
            .filter(Objects::nonNull)
            .forEach(LabFiles::removeFolderOf);
      }
    }
    docker.listNetworksCmd().exec().stream()
        .filter(network -> labOf(owners, network.getLabels()) != null)
        .forEach(network -> removeNetwork(network.getId()));
    docker.listVolumesCmd().exec().getVolumes().stream()
        .filter(volume -> labOf(owners, volume.getLabels()) != null)
        .forEach(volume -> attempt(() -> docker.removeVolumeCmd(volume.getName()).exec()));
    return removed;
  }

  /** Containers of other owners are disconnected first, and go on running. */
  private void removeNetwork(String id) {
    attempt(() ->
        docker.inspectNetworkCmd().withNetworkId(id).exec().getContainers().keySet().stream()
            .forEach(container ->
                docker
                    .disconnectFromNetworkCmd()
                    .withNetworkId(id)
                    .withContainerId(container)
                    .withForce(true)
                    .exec()));
    attempt(() -> docker.removeNetworkCmd(id).exec());
  }

  private static @Nullable String labOf(
      Predicate<Owner> owners, @Nullable Map<String, String> labels) {
    if (labels == null) {
      return null;
    }
    boolean matches =
        Owner.fromLabel(labels.getOrDefault(OWNER, "")).map(owners::test).orElse(false);
    String name = labels.getOrDefault(HelperContainer.LAB, "without a name");
    return matches ? labels.getOrDefault(PROJECT, name) : null;
  }

  /**
   * Returns whether the removal succeeded. Another process may remove the same lab, and the next
   * start of a lab tries again, so that a failure here must not prevent this one.
   */
  private static boolean attempt(Runnable removal) {
    try {
      removal.run();
      return true;
    } catch (DockerException goneOrInUse) {
      return false;
    }
  }
}
