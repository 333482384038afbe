package nearfar.lab;

import com.github.dockerjava.api.DockerClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.testcontainers.containers.Container.ExecResult;

/**
 * The WAN's link in a running lab. Each change returns when it is in force; the clients run on, and
 * connections that a change need not end go on too.
 */
public final class Wan {
  private static final int IN_FORCE = 0;
  private static final int ENGINE_NEEDED = 3;

  private final Lab lab;
  private final DockerClient docker;

  Wan(Lab lab, DockerClient docker) {
    this.lab = lab;
    this.docker = docker;
  }

  /** Changes to a profile of that name. */
  public void profile(String name) {
    change(Map.of("profile", name));
  }

  /** Changes to delays of one's own, with an optional jitter: {@code 200ms~20ms}. */
  public void delays(String down, String up) {
    change(Map.of("down", down, "up", up));
  }

  /**
   * Cuts the link: from now on no byte crosses, in either direction; nothing is refused, nothing
   * ends.
   */
  public void cut() {
    if (control(List.of("ask", "--profile", "cut")).getExitCode() == ENGINE_NEEDED) {
      docker.pauseContainerCmd(gateway()).exec();
    }
  }

  /** Refuses connections from now on, and ends the open ones. */
  public void refuse() {
    change(Map.of("profile", "refused"));
  }

  /** Puts back the link that was there before it was cut or refused. */
  public void heal() {
    change(Map.of("profile", "heal"));
  }

  /** The link that is asked for, in one line for people. */
  public String summary() {
    return control(List.of("show")).getStdout().strip();
  }

  /** Waits until the link is as asked. */
  public void awaitInForce() {
    ExecResult result = control(List.of("await"));
    if (result.getExitCode() != IN_FORCE) {
      throw new IllegalStateException("the link is not in force: " + result.getStderr().strip());
    }
  }

  private void change(Map<String, String> words) {
    List<String> arguments = new ArrayList<>(List.of("ask"));
    words.forEach((name, word) -> arguments.addAll(List.of("--" + name, word)));
    ExecResult result = control(arguments);
    switch (result.getExitCode()) {
      case IN_FORCE -> {}
      case ENGINE_NEEDED -> {
        unpause();
        awaitInForce();
      }
      default -> throw new IllegalArgumentException(result.getStderr().strip());
    }
  }

  void unpause() {
    if (Boolean.TRUE.equals(docker.inspectContainerCmd(gateway()).exec().getState().getPaused())) {
      docker.unpauseContainerCmd(gateway()).exec();
    }
  }

  private String gateway() {
    return lab.container("wan-gateway").getContainerId();
  }

  private ExecResult control(List<String> arguments) {
    List<String> command =
        new ArrayList<>(List.of(
                "/opt/java/bin/java",
                "-XX:AOTCache=/app/wan-control.aot",
                "-jar",
                "/app/wan-control.jar"));
    command.addAll(arguments);
    try {
      return lab.container("wan-control").execInContainer(command.toArray(String[]::new));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the link was being changed", stopping);
    }
  }
}
