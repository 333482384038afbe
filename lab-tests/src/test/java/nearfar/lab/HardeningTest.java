package nearfar.lab;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.HealthCheck;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.Ports.Binding;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testcontainers.DockerClientFactory;

/** What the containers of a running lab may not do, as the engine has it. */
@ExtendWith(SharedLab.class)
class HardeningTest {
  private static final List<String> SHELLS =
      Stream.of("/bin/", "/usr/bin/", "/usr/local/bin/", "/busybox/", "/sbin/", "/")
          .flatMap(folder -> Stream.of("sh", "bash", "dash", "ash", "busybox").map(folder::concat))
          .toList();

  private final Lab lab;
  private final DockerClient docker = DockerClientFactory.lazyClient();

  HardeningTest(Lab lab) {
    this.lab = lab;
  }

  @Test
  void nobodyIsRoot() {
    ofEach((name, container) -> assertEquals("65532:65532", container.getConfig().getUser(), name));
  }

  @Test
  void noRootFileSystemCanBeWritten() {
    ofEach((name, container) ->
        assertEquals(true, container.getHostConfig().getReadonlyRootfs(), name));
  }

  @Test
  void nobodyHasACapabilityOrCanGainOne() {
    ofEach((name, container) -> {
      HostConfig host = container.getHostConfig();
      assertArrayEquals(new Capability[] {Capability.ALL}, host.getCapDrop(), name);
      assertTrue(host.getCapAdd() == null || host.getCapAdd().length == 0, name);
      assertNotEquals(true, host.getPrivileged(), name);
      assertEquals(List.of("no-new-privileges:true"), host.getSecurityOpts(), name);
    });
  }

  @Test
  void nobodySeesTheHostsFilesButForTheGatewaysSettings() {
    ofEach((name, container) -> {
      List<String> fromTheHost =
          container.getMounts().stream()
              .filter(mount -> mount.getName() == null)
              .map(mount -> mount.getDestination().getPath() + (mount.getRW() ? " rw" : " ro"))
              .toList();
      assertEquals(
          name.equals("wan-gateway") ? List.of("/gateway.json ro") : List.of(), fromTheHost, name);
    });
  }

  @Test
  void nobodySharesTheHostsProcessesOrNetworkOrDevices() {
    ofEach((name, container) -> {
      HostConfig host = container.getHostConfig();
      assertNotEquals("host", host.getPidMode(), name);
      assertNotEquals("host", host.getNetworkMode(), name);
      assertNotEquals("host", host.getIpcMode(), name);
      assertTrue(host.getDevices() == null || host.getDevices().length == 0, name);
    });
  }

  @Test
  void theOnlyDoorsAreTheTwoOnLoopback() {
    ofEach((name, container) -> {
      Set<String> expected =
          switch (name) {
            case "server" -> Set.of("127.0.0.1:" + lab.lanDoor().getPort());
            case "wan-gateway" -> Set.of("127.0.0.1:" + lab.wanDoor().getPort());
            default -> Set.of();
          };
      Set<String> published =
          container.getNetworkSettings().getPorts().getBindings().values().stream()
              .flatMap(Stream::ofNullable)
              .flatMap(Stream::of)
              .map(Binding::toString)
              .collect(Collectors.toSet());
      assertEquals(expected, published, name);
    });
  }

  @Test
  void nobodyIsARoadBetweenTwoNetworks() {
    ofEach((name, container) ->
        assertEquals(
            Map.of("net.ipv4.ip_forward", "0"), container.getHostConfig().getSysctls(), name));
  }

  @Test
  void memoryAndProcessesAreLimited() {
    ofEach((name, container) -> {
      long memory = container.getHostConfig().getMemory();
      long pids = container.getHostConfig().getPidsLimit();
      assertTrue(memory > 0 && memory <= 256L << 20, () -> name + " may use " + memory + " bytes");
      assertTrue(pids > 0 && pids <= 200, () -> name + " may have " + pids + " processes");
    });
  }

  @Test
  void everyLogIsRotated() {
    ofEach((name, container) ->
        assertEquals(
            Map.of("max-size", "2m", "max-file", "3"),
            container.getHostConfig().getLogConfig().getConfig(),
            name));
  }

  @Test
  void everybodyIsRestartedUnlessStopped() {
    ofEach((name, container) ->
        assertEquals(
            "unless-stopped", container.getHostConfig().getRestartPolicy().getName(), name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"server", "client-lan-1", "wan-control"})
  void thereIsNoShellInTheImage(String name) throws IOException {
    String container = lab.container(name).getContainerId();
    assertAll(
        SHELLS.stream()
            .map(shell ->
                () -> assertThrows(NotFoundException.class, () -> copy(container, shell), shell)));
    // The same question finds what is there.
    assertTrue(copy(container, "/opt/java/bin/java") > 0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"server", "wan-gateway", "wan-control"})
  void healthIsAskedForOftenAtTheStartAndSeldomLater(String name) {
    HealthCheck check = inspect(name).getConfig().getHealthcheck();
    Duration atTheStart = Duration.ofNanos(check.getStartInterval());
    Duration later = Duration.ofNanos(check.getInterval());
    assertTrue(atTheStart.compareTo(Duration.ofMillis(500)) <= 0, atTheStart::toString);
    assertTrue(later.compareTo(Duration.ofSeconds(30)) >= 0, later::toString);
    assertTrue(check.getStartPeriod() > 0, "without a start there is no asking often");
  }

  /** Reads a file out of a container, without a program in it; returns its first byte. */
  private int copy(String container, String path) throws IOException {
    try (InputStream archive = docker.copyArchiveFromContainerCmd(container, path).exec()) {
      return archive.read();
    }
  }

  private void ofEach(BiConsumer<String, InspectContainerResponse> expectation) {
    assertAll(lab.containers().stream().map(name -> () -> expectation.accept(name, inspect(name))));
  }

  private InspectContainerResponse inspect(String name) {
    return docker.inspectContainerCmd(lab.container(name).getContainerId()).exec();
  }
}
