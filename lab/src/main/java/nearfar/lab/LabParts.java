package nearfar.lab;

import com.github.dockerjava.api.DockerClient;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.testcontainers.containers.ComposeContainer;

/** The addresses, files, containers and clients of one start of a lab. */
final class LabParts {
  private static final String PROJECT = "nearfar-test-";

  private final LabSettings settings;
  private final LabAddresses addresses;
  private final LabFiles files;
  private final ComposeContainer compose;
  private final Clients clients;
  private final @Nullable ExternalService externalService;

  LabParts(LabSettings settings, DockerClient docker) {
    this.settings = settings;
    this.addresses = LabAddresses.find(docker);
    this.files = new LabFiles(settings.service());
    this.compose =
        new ComposeContainer(PROJECT, files.compose()).withPull(false).withEnv(environment());
    this.clients = new Clients(settings.clients());
    this.externalService =
        settings.service() instanceof Service.Container service
            ? new ExternalService(service, docker)
            : null;
  }

  private Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>(settings.environment());
    environment.put("NEARFAR_OWNER", Owner.thisProcess().label());
    environment.put("LAN_PORT", Integer.toString(addresses.lanPort()));
    environment.put("WAN_PORT", Integer.toString(addresses.wanPort()));
    environment.put("SUBNET", addresses.subnet());
    return environment;
  }

  LabAddresses addresses() {
    return addresses;
  }

  LabFiles files() {
    return files;
  }

  ComposeContainer compose() {
    return compose;
  }

  Clients clients() {
    return clients;
  }

  /** The caller's container in place of the server; null if there is none. */
  @Nullable ExternalService externalService() {
    return externalService;
  }

  /** Connects that container, if there is one, to the networks of the lab of that name. */
  void connectExternalService(String lab) {
    if (externalService != null) {
      externalService.join(lab);
    }
  }

  /** Compose commands for the lab of that name. */
  Compose commands(String lab) {
    return new Compose(lab, files.compose(), environment());
  }

  /** Why Compose cannot start such a lab. */
  String composeError() {
    return commands(PROJECT + UUID.randomUUID()).tryToStart();
  }
}
