package nearfar.tests.hardening;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.HealthCheck;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import nearfar.lab.Lab;
import nearfar.lab.LabInternals;
import nearfar.tests.support.KernelProbe;
import nearfar.tests.support.SharedLab;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.output.OutputFrame.OutputType;
import org.testcontainers.containers.startupcheck.OneShotStartupCheckStrategy;
import org.testcontainers.utility.DockerImageName;
import org.testcontainers.utility.MountableFile;

/** What the containers of a running lab may not do, as the engine has it and as the kernel does. */
@ExtendWith(SharedLab.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HardeningTest {
  private static final String PROBE =
      "/" + KernelProbe.class.getName().replace('.', '/') + ".class";

  private final Lab lab;
  private final DockerClient docker = DockerClientFactory.lazyClient();
  private List<HardeningSubject> subjects = List.of();

  HardeningTest(Lab lab) {
    this.lab = lab;
  }

  @BeforeAll
  void readTheRunningContainers() {
    subjects =
        lab.containers().stream()
            .map(name -> HardeningSubject.of(docker, lab.container(name).getContainerId()))
            .toList();
    assertEquals(7, subjects.size());
  }

  @ParameterizedTest(name = "{0} {arguments}")
  @EnumSource
  void everyContainerIsAsAskedIn(HardeningItem item) {
    assertEquals(List.of(), subjects.stream().filter(each -> !item.holdsFor(each)).toList());
  }

  /** The engine says what it was asked for; this is what became of it. */
  @Test
  void theKernelGivesNobodyMoreThanThat() {
    assertEquals(subjects.stream().map(HardeningTest::expectedOf).toList(), kernelsWords());
  }

  private static String expectedOf(HardeningSubject subject) {
    return """
    %1$s: Uid: %2$s, Gid: %2$s, CapInh: %3$s, CapPrm: %3$s, CapEff: %3$s, CapBnd: %3$s, CapAmb: %3$s, \
    NoNewPrivs: 1, Seccomp: 2, Max open files %4$d %4$d files, IPv6 of lo\
    """
        .formatted(
            subject,
            "65532 65532 65532 65532",
            "0000000000000000",
            HardeningServices.descriptorsOf(subject.service()));
  }

  private List<String> kernelsWords() {
    String[] processes =
        subjects.stream()
            .map(subject -> String.valueOf(subject.container().getState().getPidLong()))
            .toArray(String[]::new);
    try (GenericContainer<?> probe =
        new GenericContainer<>(DockerImageName.parse("nearfar/runtime:local"))
            .withLabels(Map.of(LabInternals.OWNER, LabInternals.thisOwner()))
            .withNetworkMode("none")
            .withCopyFileToContainer(MountableFile.forClasspathResource(PROBE), "/probe" + PROBE)
            .withCommand(processes)
            .withCreateContainerCmdModifier(create -> {
              create.withEntrypoint(
                  "/opt/java/bin/java", "-cp", "/probe", KernelProbe.class.getName());
              Objects.requireNonNull(create.getHostConfig())
                  .withPidMode("host")
                  .withCapDrop(Capability.ALL);
            })
            .withStartupCheckStrategy(new OneShotStartupCheckStrategy())) {
      probe.start();
      List<String> lines = probe.getLogs(OutputType.STDOUT).lines().toList();
      return IntStream.range(0, subjects.size())
          .mapToObj(i -> subjects.get(i) + ": " + lines.get(i))
          .toList();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"server", "wan-gateway", "wan-control"})
  void healthIsAskedForOftenAtTheStartAndSeldomLater(String name) {
    HealthCheck check =
        docker
            .inspectContainerCmd(lab.container(name).getContainerId())
            .exec()
            .getConfig()
            .getHealthcheck();
    Duration atTheStart = Duration.ofNanos(check.getStartInterval());
    Duration later = Duration.ofNanos(check.getInterval());
    assertTrue(atTheStart.compareTo(Duration.ofMillis(500)) <= 0, atTheStart::toString);
    assertTrue(later.compareTo(Duration.ofSeconds(30)) >= 0, later::toString);
    assertTrue(check.getStartPeriod() > 0, "without a start there is no asking often");
  }
}
