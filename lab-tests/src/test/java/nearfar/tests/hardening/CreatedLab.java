package nearfar.tests.hardening;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.model.Container;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nearfar.lab.LabInternals;
import nearfar.lab.LabSettings;
import org.testcontainers.DockerClientFactory;

/** A lab of a compose file's own whose containers are created, and never started. */
public final class CreatedLab implements AutoCloseable {
  private static final Path SOURCES = Path.of("..").toAbsolutePath().normalize();

  private final DockerClient docker = DockerClientFactory.lazyClient();
  private final Path file;
  private final String name;
  private final Map<String, String> environment;

  /** Nothing is created yet. */
  public CreatedLab() throws IOException {
    LabInternals.Addresses addresses = LabInternals.Addresses.find(docker);
    file = Files.createTempFile("nearfar-created-", ".yml");
    name = "nearfar-created-" + addresses.lanPort();
    environment = new HashMap<>(LabInternals.environment(LabSettings.defaults()));
    environment.put("LAB", name);
    environment.put("NEARFAR_OWNER", LabInternals.thisOwner());
    environment.put("LAN_PORT", Integer.toString(addresses.lanPort()));
    environment.put("WAN_PORT", Integer.toString(addresses.wanPort()));
    environment.put("SUBNET", addresses.subnet());
    environment.put(
        "DOCKER_HOST",
        DockerClientFactory.instance().getTransportConfig().getDockerHost().toString());
  }

  /** Creates the containers anew where they differ from those that are there. */
  public List<HardeningSubject> create(String composeFile)
      throws IOException, InterruptedException {
    Files.writeString(file, composeFile);
    compose("up", "--no-start");
    List<HardeningSubject> subjects = new ArrayList<>();
    for (Container container :
        docker
            .listContainersCmd()
            .withShowAll(true)
            .withLabelFilter(Map.of("com.docker.compose.project", name))
            .exec()) {
      subjects.add(HardeningSubject.of(docker, container.getId()));
    }
    subjects.sort(Comparator.comparing(HardeningSubject::toString));
    return subjects;
  }

  private void compose(String... arguments) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                "docker",
                "compose",
                "--project-name",
                name,
                "--project-directory",
                SOURCES.toString(),
                "--file",
                file.toString(),
                "--profile",
                "metrics",
                "--progress",
                "quiet"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IllegalStateException(String.join(" ", arguments) + ": " + said.strip());
    }
  }

  @Override
  public void close() throws IOException {
    try {
      compose("down", "--volumes", "--timeout", "0");
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    } finally {
      Files.delete(file);
    }
  }
}
