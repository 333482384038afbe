package nearfar.lab;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.model.Capability;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.output.OutputFrame.OutputType;
import org.testcontainers.containers.startupcheck.OneShotStartupCheckStrategy;
import org.testcontainers.utility.DockerImageName;
import org.testcontainers.utility.MountableFile;

/**
 * Kills the processes of containers by their numbers, as a crash would. The engine's own kill would
 * count as wanted, and the container would stay down. A process cannot kill the first process of
 * its own container either; so it is done from a short-lived helper that sees the engine's
 * processes and may do nothing but kill.
 */
final class Crash {
  private static final DockerImageName RUNTIME = DockerImageName.parse("nearfar/runtime:local");

  private Crash() {}

  /** Returns when they were killed, by {@link System#nanoTime}. */
  static long of(DockerClient docker, List<String> containerIds) {
    Stream<String> pids =
        containerIds.stream()
            .map(id -> docker.inspectContainerCmd(id).exec().getState().getPidLong())
            .map(pid -> Long.toString(Objects.requireNonNull(pid)));
    try (GenericContainer<?> helper = new GenericContainer<>(RUNTIME)) {
      String program = "/" + Kill.class.getName().replace('.', '/') + ".class";
      helper
          .withCopyFileToContainer(MountableFile.forClasspathResource(program), "/kill" + program)
          .withCreateContainerCmdModifier(create -> {
            create.withUser("0").withEntrypoint("/opt/java/bin/java");
            Objects.requireNonNull(create.getHostConfig())
                .withPidMode("host")
                .withNetworkMode("none")
                .withCapDrop(Capability.ALL)
                .withCapAdd(Capability.KILL);
          })
          .withCommand(
              Stream.concat(Stream.of("-cp", "/kill", Kill.class.getName()), pids)
                  .toArray(String[]::new))
          .withStartupCheckStrategy(
              new OneShotStartupCheckStrategy().withTimeout(Duration.ofSeconds(20)))
          .start();
      return Long.parseLong(helper.getLogs(OutputType.STDOUT).strip());
    }
  }
}
