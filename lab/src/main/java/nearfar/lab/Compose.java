package nearfar.lab;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.testcontainers.DockerClientFactory;

/**
 * What Testcontainers has no word for, said to Compose itself.
 *
 * @param environment the variables with which the lab was started
 */
record Compose(String project, List<File> files, Map<String, String> environment) {

  /**
   * Has that many containers of a service, and touches none that is there.
   *
   * @throws IllegalStateException with Compose's last words if it fails
   */
  void scale(String service, int count) {
    List<String> command = new ArrayList<>(List.of("docker", "compose", "--project-name", project));
    files.forEach(file -> command.addAll(List.of("--file", file.getPath())));
    command.addAll(
        List.of(
            "--ansi",
            "never",
            "--progress",
            "quiet",
            "up",
            "--detach",
            "--no-recreate",
            "--no-deps",
            "--scale",
            service + "=" + count,
            service));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    builder
        .environment()
        .put(
            "DOCKER_HOST",
            DockerClientFactory.instance().getTransportConfig().getDockerHost().toString());
    try {
      Process process = builder.start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new IllegalStateException("%d of %s: %s".formatted(count, service, said.strip()));
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while clients were being added", stopping);
    }
  }
}
