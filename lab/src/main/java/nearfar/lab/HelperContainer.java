package nearfar.lab;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.HostConfig;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How the fixture creates its short-lived containers: without capabilities, without a writable file
 * system, with a limit of memory and of processes, and with labels by which they are found again.
 */
final class HelperContainer {
  /** The label that names the lab. */
  static final String LAB = "nearfar.lab";

  private static final String IMAGE = "nearfar/wan-control:local";
  private static final String UNPRIVILEGED_USER = "65532:65532";
  private static final long MEMORY = 96L << 20;
  private static final long PROCESSES = 100;

  private HelperContainer() {}

  /**
   * A container of wan-control's image, which the caller creates and removes.
   *
   * @param lab the name of the lab
   * @param labels in addition to those of the lab and of its owner
   * @param network Docker's network mode
   * @param capabilities the only ones; with any of them the process runs as root
   */
  static CreateContainerCmd create(
      DockerClient docker,
      String lab,
      Map<String, String> labels,
      String network,
      Capability... capabilities) {
    Map<String, String> all = new HashMap<>(labels);
    all.put(LAB, lab);
    all.put(Reaper.OWNER, Owner.thisProcess().label());
    return docker
        .createContainerCmd(IMAGE)
        .withLabels(all)
        .withUser(capabilities.length == 0 ? UNPRIVILEGED_USER : "0")
        .withHostConfig(
            restrict(HostConfig.newHostConfig(), capabilities)
                .withNetworkMode(network)
                .withReadonlyRootfs(true));
  }

  /** Takes every privilege except these capabilities; the file system is left as it is. */
  static HostConfig restrict(HostConfig host, Capability... capabilities) {
    return host.withCapDrop(Capability.ALL)
        .withCapAdd(capabilities)
        .withSecurityOpts(List.of("no-new-privileges:true"))
        .withMemory(MEMORY)
        .withPidsLimit(PROCESSES);
  }

  /** Removes a container; does nothing if it has gone already. */
  static void remove(DockerClient docker, String container) {
    try {
      docker.removeContainerCmd(container).withForce(true).withRemoveVolumes(true).exec();
    } catch (DockerException goneAlready) {
      // It was never created, or it went with its lab.
    }
  }
}
