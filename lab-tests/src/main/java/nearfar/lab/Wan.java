package nearfar.lab;

import com.github.dockerjava.api.DockerClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nearfar.networks.link.Durations;
import nearfar.networks.link.Impairment;
import org.testcontainers.containers.Container.ExecResult;

/**
 * The WAN's link in a running lab. Each change returns when it is in force; the clients run on, and
 * connections that a change need not end go on too.
 */
public final class Wan {
  private static final String[] PROGRAM = {
    "/opt/java/bin/java",
    "-XX:AOTCache=/app/wan-control.aot",
    "-Xmx16m",
    "-jar",
    "/app/wan-control.jar"
  };
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
    change("PROFILE=" + name);
  }

  /** Changes to a link of one's own. */
  public void link(Impairment down, Impairment up) {
    change(words(down, up).toArray(String[]::new));
  }

  /** A link in the words of the lab's variables. */
  static List<String> words(Impairment down, Impairment up) {
    List<String> words = new ArrayList<>(List.of("PROFILE=custom"));
    add(words, "DOWN", down);
    add(words, "UP", up);
    return words;
  }

  private static void add(List<String> words, String way, Impairment impairment) {
    words.add(
        "%s=%s~%s"
            .formatted(
                way, Durations.format(impairment.delay()), Durations.format(impairment.jitter())));
    if (impairment.rate() != null) {
      words.add(way + "_RATE=" + impairment.rate());
    }
  }

  /**
   * Cuts the link: from now on no byte crosses, in either direction; nothing is refused, nothing
   * ends.
   */
  public void cut() {
    if (ask("PROFILE=cut") == ENGINE_NEEDED) {
      docker.pauseContainerCmd(gateway()).exec();
      control("paused");
    }
  }

  /** Refuses connections from now on, and ends the open ones. */
  public void refuse() {
    change("PROFILE=refused");
  }

  /** Puts back the link that was there before it was cut or refused. */
  public void heal() {
    change("PROFILE=heal");
  }

  /** The link that is asked for, in one line for people. */
  public String summary() {
    return control("show").getStdout().strip();
  }

  /** Waits until the link is as asked. */
  public void awaitInForce() {
    ExecResult result = control("await");
    if (result.getExitCode() != IN_FORCE) {
      throw new IllegalStateException("the link is not in force: " + result.getStderr().strip());
    }
  }

  /** Changes the link by the words of {@code make wan}, such as {@code PROFILE=lte}. */
  public void change(Map<String, String> words) {
    if ("cut".equals(words.get("PROFILE"))) {
      cut();
      return;
    }
    change(
        words.entrySet().stream()
            .map(word -> word.getKey() + "=" + word.getValue())
            .toArray(String[]::new));
  }

  private void change(String... words) {
    if (ask(words) == ENGINE_NEEDED) {
      unpause();
      awaitInForce();
    }
  }

  /** Gives an order; returns whether the engine has to do its part, or nothing has. */
  private int ask(String... words) {
    ExecResult result =
        control(Stream.concat(Stream.of("ask"), Stream.of(words)).toArray(String[]::new));
    return switch (result.getExitCode()) {
      case IN_FORCE, ENGINE_NEEDED -> result.getExitCode();
      default -> throw new IllegalArgumentException(result.getStderr().strip());
    };
  }

  void unpause() {
    if (Boolean.TRUE.equals(docker.inspectContainerCmd(gateway()).exec().getState().getPaused())) {
      docker.unpauseContainerCmd(gateway()).exec();
    }
  }

  private String gateway() {
    return lab.container("wan-gateway").getContainerId();
  }

  ExecResult control(String... arguments) {
    String[] command =
        Stream.concat(Stream.of(PROGRAM), Stream.of(arguments)).toArray(String[]::new);
    try {
      return lab.container("wan-control").execInContainer(command);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the link was being changed", stopping);
    }
  }
}
