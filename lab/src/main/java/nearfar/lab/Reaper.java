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

/** Removes the labs of processes that died before they could, and no others. */
final class Reaper {
  static final String OWNER = "nearfar.owner";
  private static final String PROJECT = "com.docker.compose.project";

  private final DockerClient docker;

  Reaper(DockerClient docker) {
    this.docker = docker;
  }

  /** Removes every lab whose owner is dead; returns their names. */
  Set<String> labsOfTheDead() {
    return labsOf(Owner::isDead);
  }

  /** Removes every lab of such owners; returns their names. */
  Set<String> labsOf(Predicate<Owner> owners) {
    Set<String> swept = new TreeSet<>();
    for (Container container :
        docker.listContainersCmd().withShowAll(true).withLabelFilter(List.of(OWNER)).exec()) {
      String lab = of(owners, container.getLabels());
      if (lab != null
          && quietly(() ->
              docker
                  .removeContainerCmd(container.getId())
                  .withForce(true)
                  .withRemoveVolumes(true)
                  .exec())) {
        swept.add(lab);
        container.getMounts().stream()
            .map(ContainerMount::getSource)
            .filter(Objects::nonNull)
            .forEach(LabFiles::removeAround);
      }
    }
    docker.listNetworksCmd().exec().stream()
        .filter(network -> of(owners, network.getLabels()) != null)
        .forEach(network -> removeNetwork(network.getId()));
    docker.listVolumesCmd().exec().getVolumes().stream()
        .filter(volume -> of(owners, volume.getLabels()) != null)
        .forEach(volume -> quietly(() -> docker.removeVolumeCmd(volume.getName()).exec()));
    return swept;
  }

  /** A container that was only a guest there is shown out; it is not the lab's to remove. */
  private void removeNetwork(String id) {
    quietly(() ->
        docker.inspectNetworkCmd().withNetworkId(id).exec().getContainers().keySet().stream()
            .forEach(guest ->
                docker
                    .disconnectFromNetworkCmd()
                    .withNetworkId(id)
                    .withContainerId(guest)
                    .withForce(true)
                    .exec()));
    quietly(() -> docker.removeNetworkCmd(id).exec());
  }

  private static @org.jspecify.annotations.Nullable String of(
      Predicate<Owner> owners, @org.jspecify.annotations.Nullable Map<String, String> labels) {
    if (labels == null) {
      return null;
    }
    boolean theirs =
        Owner.fromLabel(labels.getOrDefault(OWNER, "")).map(owners::test).orElse(false);
    String name = labels.getOrDefault(HelperContainer.LAB, "without a name");
    return theirs ? labels.getOrDefault(PROJECT, name) : null;
  }

  /**
   * Whether it was there to be removed. Another sweep may have come first, or be at it; what cannot
   * be removed now is left to the next, and no lab fails to start for it.
   */
  private static boolean quietly(Runnable removal) {
    try {
      removal.run();
      return true;
    } catch (DockerException goneOrInUse) {
      return false;
    }
  }
}
