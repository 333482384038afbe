package nearfar.lab;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.model.Capability;
import java.time.Duration;
import java.util.Objects;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.output.OutputFrame.OutputType;
import org.testcontainers.containers.startupcheck.OneShotStartupCheckStrategy;
import org.testcontainers.utility.DockerImageName;
import org.testcontainers.utility.MountableFile;

/**
 * Kills a container's process by its number, as a crash would. The engine's own kill would count as
 * wanted, and the container would stay down. A process cannot kill the first process of its own
 * container either; so it is done from a short-lived helper that sees the engine's processes and
 * may do nothing but kill.
 */
final class Crash {
  private static final DockerImageName RUNTIME = DockerImageName.parse("nearfar/runtime:0.1.0");

  private Crash() {}

  /** Returns when it was killed, by {@link System#nanoTime}. */
  static long of(DockerClient docker, String containerId) {
    Long pid = docker.inspectContainerCmd(containerId).exec().getState().getPidLong();
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
              "-cp", "/kill", Kill.class.getName(), Long.toString(Objects.requireNonNull(pid)))
          .withStartupCheckStrategy(
              new OneShotStartupCheckStrategy().withTimeout(Duration.ofSeconds(20)))
          .start();
      return Long.parseLong(helper.getLogs(OutputType.STDOUT).strip());
    }
  }
}
