package nearfar.tests.scenarios;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.model.Container;
import com.github.dockerjava.api.model.Network;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import nearfar.lab.LabInternals;
import nearfar.tests.support.Command;
import nearfar.tests.support.Command.Ended;
import nearfar.tests.support.Command.Running;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.DockerClientFactory;

/** The command that runs scenario files: what it says, how it ends, and what it leaves. */
@Order(1)
class ScenarioCommandTest {
  private static final String COMMAND = "scripts/lab/scenario.sh";
  private static final String NO_ENGINE = "unix:///nonexistent.sock";
  private static final Duration STARTED_WITHIN = Duration.ofSeconds(90);
  private static final Duration GLANCE = Duration.ofMillis(50);

  /** It has to be short, and nobody far takes part in it, so that no link is measured. */
  private static final String NEAR =
      """
      name: near
      idea: Somebody near is greeted, and nobody is refused.
      clients: { near: 1, far: 0, interval: 100ms }
      length: 1s
      expect:
        - { name: greeted, greeted: everyone }
        - { name: refused, failures: %s }
      """;

  private final DockerClient docker = DockerClientFactory.lazyClient();

  @TempDir Path folder;

  @Test
  void aScenarioThatHoldsEndsWithZeroItsVerdictsAndItsReport() throws IOException {
    Path report = Command.sources().resolve("target/scenarios/near.html");
    Files.deleteIfExists(report);
    Ended ended = scenario(file("near.yaml", NEAR.formatted("0%"))).run();
    assertEquals(0, ended.status(), ended.toString());
    assertSays(ended, "  scenario  near");
    assertSays(ended, "  lab       1 near and 0 far, all greeted after [0-9.]+ s");
    assertSays(ended, "  ✔ greeted  all  everyone is greeted  1 of 1 were greeted");
    assertSays(ended, "  ✔ refused  all  failures 0 % +0 % of [0-9]+ exchanges");
    assertSays(ended, "  held      2 of 2");
    assertSays(ended, "  report    target/scenarios/near.html");
    assertEquals("", ended.err());
    assertTrue(Files.exists(report), "the report is there");
  }

  @Test
  void aScenarioThatFailsEndsWithOneAndSaysWhatWasMeasuredInstead() throws IOException {
    Ended ended = scenario(file("near.yaml", NEAR.formatted("50%..100%"))).run();
    assertEquals(1, ended.status(), ended.toString());
    assertSays(ended, "  ✔ greeted .*");
    assertSays(ended, "  ✘ refused  all  failures 50 to 100 %  0 % of [0-9]+ exchanges");
    assertSays(ended, "  failed    1 of 2, the others held");
  }

  @Test
  void ofAFolderAllThatIsWrongIsToldAndNothingIsStarted() throws IOException {
    file("a.yaml", NEAR.formatted("0%"));
    file("b.yaml", NEAR.formatted("lots"));
    file("c.yaml", NEAR.formatted("0%").replace("clients", "client"));
    Ended ended = scenario(folder).with("DOCKER_HOST", NO_ENGINE).run();
    assertEquals(2, ended.status(), ended.toString());
    assertEquals("", ended.out());
    assertTrue(
        ended.errLines().stream().anyMatch(line -> line.contains("b.yaml:7: ")), ended.err());
    assertTrue(
        ended.errLines().stream().anyMatch(line -> line.contains("c.yaml:3: ")), ended.err());
  }

  @Test
  void toCheckFilesTakesNoEngine() throws IOException {
    Path file = file("near.yaml", NEAR.formatted("0%"));
    Ended ended = scenario(file).with("CHECK", "1").with("DOCKER_HOST", NO_ENGINE).run();
    assertEquals(0, ended.status(), ended.toString());
    assertEquals("  right     %s: near\n".formatted(file), ended.out());
  }

  @Test
  void withoutAnEngineTheResultIsInconclusive() throws IOException {
    Ended ended =
        scenario(file("near.yaml", NEAR.formatted("0%"))).with("DOCKER_HOST", NO_ENGINE).run();
    assertEquals(3, ended.status(), ended.toString());
  }

  @Test
  void makeTakesTheFileAsAVariableAndMissesItWhereItIsNotGiven() throws IOException {
    Path file = file("near.yaml", NEAR.formatted("0%"));
    assertEquals(0, Command.make("scenario", "CHECK=1", "FILE=" + file).run().status());
    Ended without = Command.make("scenario").run();
    assertEquals(
        List.of(
            "  ✘ FILE is not given", "    such as: make scenario FILE=scenarios/cut-and-heal.yaml"),
        without.errLines());
  }

  @Test
  void interruptedItRemovesItsLab() throws IOException {
    String text = NEAR.formatted("0%").replace("length: 1s", "length: 600s");
    try (Running running = scenario(file("near.yaml", text)).start()) {
      awaitZero(running);
      long pid = running.pid();
      assertTrue(!containersOf(pid).isEmpty(), "the lab is there");
      running.signal("INT");
      Ended ended = running.end();
      assertEquals(130, ended.status(), ended.toString());
      assertEquals(List.of(), containersOf(pid));
      assertEquals(List.of(), networksOf(pid));
      assertEquals("", ended.err());
    }
  }

  @Test
  void interruptedWhileItsLabComesUpItBeginsNoOther() throws IOException {
    try (Running running = scenario(file("near.yaml", NEAR.formatted("0%"))).start()) {
      long pid = running.pid();
      await()
          .atMost(STARTED_WITHIN)
          .pollInterval(GLANCE)
          .until(() -> containersOf(pid).size() > 2 || !running.isAlive());
      running.signal("INT");
      Ended ended = running.end();
      assertEquals(130, ended.status(), ended.toString());
      assertEquals(List.of(), containersOf(pid));
      assertEquals(List.of(), networksOf(pid));
    }
  }

  @Test
  void aLabThatIsHeldBackByAQuotaIsInconclusiveAndSaysWhy() throws IOException {
    String text =
        NEAR.formatted("0%").replace("far: 0", "far: 1").replace("length: 1s", "length: 2s");
    try (Running running = scenario(file("near.yaml", text)).start()) {
      awaitZero(running);
      String gateway =
          containersOf(running.pid()).stream()
              .filter(container -> container.getNames()[0].contains("-wan-gateway-"))
              .map(Container::getId)
              .findFirst()
              .orElseThrow();
      docker.updateContainerCmd(gateway).withCpuPeriod(100_000L).withCpuQuota(2_000L).exec();
      Ended ended = running.end();
      assertEquals(3, ended.status(), ended.toString());
      assertSays(ended, "  doubt     .*the gateway has a CPU quota.*");
      assertSays(ended, "  [?] greeted .*");
      assertSays(ended, "  inconclusive .*");
    }
  }

  private void awaitZero(Running running) {
    await()
        .atMost(STARTED_WITHIN)
        .pollInterval(GLANCE)
        .until(() -> running.out().contains("  zero ") || !running.isAlive());
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static Command scenario(Path path) {
    return Command.of(COMMAND).with(Map.of("FILE", path.toString()));
  }

  /** The process is the same from the shell to the lab's owner. */
  private List<Container> containersOf(long pid) {
    return docker
        .listContainersCmd()
        .withShowAll(true)
        .withLabelFilter(List.of(LabInternals.OWNER))
        .exec()
        .stream()
        .filter(container -> container.getLabels().get(LabInternals.OWNER).startsWith(pid + "/"))
        .toList();
  }

  private List<String> networksOf(long pid) {
    return docker.listNetworksCmd().exec().stream()
        .filter(network ->
            network.getLabels().getOrDefault(LabInternals.OWNER, "").startsWith(pid + "/"))
        .map(Network::getName)
        .toList();
  }

  private static void assertSays(Ended ended, String line) {
    assertTrue(
        ended.out().lines().anyMatch(each -> each.matches(line)), () -> line + " in " + ended);
  }
}
