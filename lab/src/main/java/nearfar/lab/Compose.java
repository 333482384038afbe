package nearfar.lab;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nearfar.common.text.TerminalText;
import org.testcontainers.DockerClientFactory;

/**
 * Compose commands that Testcontainers does not offer.
 *
 * @param environment the variables with which the lab was started
 */
record Compose(String project, List<File> files, Map<String, String> environment) {

  /**
   * Starts containers of a service until there are that many; does not change those that exist.
   *
   * @throws IllegalStateException with Compose's output if it fails
   */
  void scale(String service, int count) {
    Result result =
        run(
            "up",
            "--detach",
            "--no-recreate",
            "--no-deps",
            "--scale",
            service + "=" + count,
            service);
    if (result.status() != 0) {
      throw new IllegalStateException("%d of %s: %s".formatted(count, service, result.output()));
    }
  }

  /**
   * Tries to start the lab, returns Compose's output, and removes everything again. Testcontainers
   * reports only the exit status of its own attempt.
   */
  String tryToStart() {
    try {
      Result result = run("up", "--detach");
      return result.status() == 0 ? "the next attempt succeeded" : result.output();
    } finally {
      run("down", "--volumes", "--timeout", "0");
    }
  }

  private record Result(int status, String output) {}

  private Result run(String... arguments) {
    List<String> command = new ArrayList<>(List.of("docker", "compose", "--project-name", project));
    files.forEach(file -> command.addAll(List.of("--file", file.getPath())));
    command.addAll(List.of("--ansi", "never", "--progress", "quiet"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    builder
        .environment()
        .put(
            "DOCKER_HOST",
            DockerClientFactory.instance().getTransportConfig().getDockerHost().toString());
    try {
      Process process = builder.start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Result(process.waitFor(), TerminalText.lines(output).strip());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while Compose was running", stopping);
    }
  }
}
