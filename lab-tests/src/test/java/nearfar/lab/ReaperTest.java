package nearfar.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.dockerjava.api.DockerClient;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import nearfar.tests.support.LabOfAnother;
import nearfar.tests.support.Remains;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;

/** Labs of processes that died are removed when the next one starts, and no others. */
class ReaperTest {
  private static final Owner SELF = Owner.thisProcess();
  private static final LabSettings SMALL = LabSettings.defaults().clients(0, 0);

  private final DockerClient docker = DockerClientFactory.lazyClient();

  @Test
  void theLabOfAProcessThatWasKilledIsSweptWhenTheNextLabStarts() throws Exception {
    Process process = start(LabOfAnother.class);
    String itsLab;
    String itsFile;
    try {
      itsLab = nameThatIsTold(process);
      assertEquals(Remains.ALL, Remains.leftOf(docker, itsLab));
      itsFile = gatewayFileOf(itsLab);
      assertTrue(Files.exists(Path.of(itsFile)), itsFile);
    } finally {
      process.destroyForcibly().waitFor();
    }
    try (Lab next = Lab.start(SMALL)) {
      assertEquals(Set.of(), Remains.leftOf(docker, itsLab));
      assertEquals(Remains.ALL, Remains.leftOf(docker, next.name()));
      assertFalse(Files.exists(Path.of(itsFile).getParent().getParent()), itsFile);
    }
  }

  private String gatewayFileOf(String lab) {
    return docker
        .inspectContainerCmd(lab + "-wan-gateway-1")
        .exec()
        .getMounts()
        .getFirst()
        .getSource();
  }

  @Test
  void theLabOfAProcessWhoseNumberWentToAnotherIsSwept() {
    Owner before = new Owner(SELF.pid(), SELF.startedMillis() - 60_000, SELF.space(), SELF.user());
    try (Remains remains = Remains.of(docker, before.label())) {
      assertTrue(new Reaper(docker).removeAbandonedLabs().contains(remains.project()));
      assertEquals(Set.of(), remains.left());
    }
  }

  @Test
  void aGuestOfADeadLabIsShownOutAndRunsOn() {
    Owner dead = new Owner(SELF.pid(), SELF.startedMillis() - 60_000, SELF.space(), SELF.user());
    try (Remains remains = Remains.of(docker, dead.label());
        GenericContainer<?> guest =
            new GenericContainer<>("ghcr.io/shopify/toxiproxy:2.12.0")
                .withLabel(Reaper.OWNER, SELF.label())) {
      guest.start();
      docker
          .connectToNetworkCmd()
          .withNetworkId(remains.project())
          .withContainerId(guest.getContainerId())
          .exec();
      new Reaper(docker).removeAbandonedLabs();
      assertEquals(Set.of(), remains.left());
      assertTrue(guest.isRunning());
    }
  }

  static Stream<String> ownersOfWhomNoneIsKnownToBeDead() {
    return Stream.of(
        SELF.label(),
        "", // as make leaves it
        "somebody/else/altogether",
        new Owner(SELF.pid(), 0, "pid:[1]", SELF.user()).label());
  }

  @ParameterizedTest
  @MethodSource("ownersOfWhomNoneIsKnownToBeDead")
  void everyOtherLabStays(String owner) {
    try (Remains remains = Remains.of(docker, owner)) {
      assertFalse(new Reaper(docker).removeAbandonedLabs().contains(remains.project()));
      assertEquals(Remains.ALL, remains.left());
    }
  }

  private static Process start(Class<?> program) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            program.getName())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private static String nameThatIsTold(Process process) throws IOException {
    try (BufferedReader told = process.inputReader(StandardCharsets.UTF_8)) {
      String line = told.readLine();
      while (line != null && !line.startsWith(LabOfAnother.SAYS)) {
        line = told.readLine();
      }
      assertNotNull(line, "it ended before its lab was up");
      return line.substring(LabOfAnother.SAYS.length());
    }
  }
}
