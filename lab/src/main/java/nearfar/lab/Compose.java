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
 * What Testcontainers has no word for, said to Compose itself.
 *
 * @param environment the variables with which the lab was started
 */
record Compose(String project, List<File> files, Map<String, String> environment) {

  /**
   * Has that many containers of a service, and touches none that is there.
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
   * Why such a lab does not start: Compose's output when it tries. Testcontainers reports the exit
   * status alone. Nothing is left of it afterwards.
   */
  String reason() {
    try {
      Result result = run("up", "--detach");
      return result.status() == 0 ? "it started when it was tried once more" : result.output();
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
