package nearfar.lab;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.HostConfig;
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
 * Kills the processes of containers by their numbers, as a crash does. After a {@code docker kill}
 * Docker would not restart the container, and a process cannot kill the first process of its own
 * container. Therefore a short-lived helper does it, which sees the processes of Docker's host and
 * has the capability to kill.
 */
final class Crash {
  private static final DockerImageName RUNTIME = DockerImageName.parse("nearfar/runtime:local");

  private Crash() {}

  /** Returns the time when they were killed, by {@link System#nanoTime}. */
  static long kill(DockerClient docker, List<String> containerIds) {
    Stream<String> pids =
        containerIds.stream()
            .map(id -> docker.inspectContainerCmd(id).exec().getState().getPidLong())
            .map(pid -> Long.toString(Objects.requireNonNull(pid)));
    try (GenericContainer<?> helper = new GenericContainer<>(RUNTIME)) {
      String program = "/" + Kill.class.getName().replace('.', '/') + ".class";
      helper
          .withLabel(Reaper.OWNER, Owner.thisProcess().label())
          .withCopyFileToContainer(MountableFile.forClasspathResource(program), "/kill" + program)
          .withCreateContainerCmdModifier(create -> {
            create.withUser("0").withEntrypoint("/opt/java/bin/java");
            HostConfig host = Objects.requireNonNull(create.getHostConfig());
            // The file system stays writable: the program is copied into it.
            HelperContainer.restrict(host, Capability.KILL)
                .withPidMode("host")
                .withNetworkMode("none");
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
