package nearfar.tests.commands;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.dockerjava.api.DockerClient;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nearfar.tests.hardening.HardeningItem;
import nearfar.tests.hardening.HardeningSubject;
import nearfar.tests.support.CaptureFiles;
import nearfar.tests.support.Command;
import nearfar.tests.support.CommandLab;
import nearfar.tests.support.LabPrometheus;
import nearfar.tests.support.LogSchema;
import nearfar.tests.support.Timing;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testcontainers.DockerClientFactory;

/** What can be seen of a lab from outside: its packets, its logs, its figures. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SeenFromOutsideTest {
  private static final Duration CEILING = Duration.ofSeconds(15);
  private static final Duration GLANCE = Duration.ofMillis(50);

  /** What feeds Prometheus helps as long as the lab is there. */
  private static final String FEEDER = "nearfar/client:local";

  private static final String PROMETHEUS = "nearfar/prometheus:2.53.3";
  private final int page = portOfNobody();
  private final CommandLab lab =
      new CommandLab().with("METRICS", "1").with("METRICS_PORT", Integer.toString(page));
  private final LabPrometheus prometheus = new LabPrometheus(page);

  @BeforeAll
  void bringUpALab() {
    Command.Ended up = lab.make("lab-up").run();
    assertEquals(0, up.status(), up.toString());
  }

  @AfterAll
  void takeItDown() {
    prometheus.close();
    lab.close();
    await("what fed Prometheus has ended")
        .atMost(CEILING)
        .untilAsserted(() -> assertEquals(List.of(), lab.processes()));
  }

  @Test
  void captureWritesPcapFilesAndShowsAnExchangeNearAndOneFarAsTcpdumpItselfReadsThem()
      throws IOException {
    Command.Ended wan = lab.make("wan", "DOWN=150ms", "UP=40ms").run();
    assertEquals(0, wan.status(), wan.toString());
    Command.Ended capture = lab.make("capture", "SECONDS=5").run();
    assertEquals(0, capture.status(), capture.toString());
    Path folder = CaptureFiles.folder(capture);
    try {
      assertEquals(
          List.of("client-lan-1.pcap", "client-wan-1.pcap", "server.pcap", "wan-gateway.pcap"),
          CaptureFiles.names(folder));
      assertEquals(
          System.getProperty("user.name"), Files.getOwner(folder.resolve("server.pcap")).getName());
      for (String client : List.of("client-lan-1", "client-wan-1")) {
        List<String> ladder = CaptureFiles.ladder(capture, client);
        List<String> atTheClient =
            ladder.stream()
                .map(line -> line.length() < 39 ? "" : line.substring(0, 39).strip())
                .filter(line -> line.matches("[0-9.]+ .*"))
                .toList();
        assertEquals(
            CaptureFiles.readByTcpdump(lab, folder, client, ladder.getFirst()), atTheClient);
        assertTrue(atTheClient.getFirst().matches("0.000 +── SYN ─+▶"), atTheClient.toString());
        assertTrue(ladder.stream().noneMatch(line -> line.contains("not seen")), ladder.toString());
      }
      List<String> far = CaptureFiles.ladder(capture, "client-wan-1");
      Matcher held =
          Pattern.compile(".* held the first of the data for ([0-9.]+) ms").matcher(far.getLast());
      assertTrue(held.matches(), far.getLast());
      Timing.assertEachTook(
          "data held by the gateway, DOWN=150ms",
          List.of(Duration.ofNanos((long) (Double.parseDouble(held.group(1)) * 1e6))),
          Duration.ofMillis(150),
          CEILING);
      assertEquals(List.of(FEEDER), lab.helpers());
    } finally {
      CaptureFiles.remove(folder);
    }
  }

  @Test
  void aCaptureThatIsInterruptedShowsWhatItHasAndLeavesNothingBehind() throws IOException {
    Command.Running capture = lab.make("capture", "SECONDS=60").start();
    await("it listens")
        .atMost(CEILING)
        .pollInterval(GLANCE)
        .until(() -> capture.out().contains("for 60 s"));
    capture.signal("INT");
    Command.Ended ended = capture.end();
    Path folder = CaptureFiles.folder(ended);
    try {
      assertTrue(ended.out().contains("  near      client-lan-1 "), ended.toString());
      assertEquals(4, CaptureFiles.names(folder).size());
      assertEquals(List.of(FEEDER), lab.helpers());
    } finally {
      CaptureFiles.remove(folder);
    }
  }

  @Test
  void prometheusKnowsWhatLabStatusKnowsAndWhatToxiproxyCounts() {
    await("figures of everybody")
        .atMost(CEILING)
        .until(
            () -> prometheus.query("nearfar_exchanges_total{outcome=\"greeted\"} > 0").size() == 5);
    await("Toxiproxy's own")
        .atMost(CEILING)
        .until(() -> prometheus.number("up{job=\"gateway\"}") == 1);
    assertTrue(prometheus.number("toxiproxy_proxy_sent_bytes_total{direction=\"downstream\"}") > 0);
    for (String state : List.of("refused", "heal")) {
      Command.Ended wan = lab.make("wan", "PROFILE=" + state).run();
      assertEquals(0, wan.status(), wan.toString());
      String now = state.equals("heal") ? "up" : state;
      await("the link is " + now)
          .atMost(CEILING)
          .until(() -> prometheus.number("nearfar_link_state{state=\"" + now + "\"}") == 1);
    }
    await("refusals are counted far, and nowhere else")
        .atMost(CEILING)
        .until(() ->
            prometheus.number("sum(nearfar_exchanges_total{network=\"wan\",outcome=\"refused\"})")
                > 0);
    assertEquals(
        0, prometheus.query("nearfar_exchanges_total{network=\"lan\",outcome=\"refused\"}").size());
  }

  @Test
  void everyPanelOfTheDashboardShowsSomething() throws IOException {
    JsonObject dashboard =
        JsonParser.parseString(
                Files.readString(Command.sources().resolve("docs/grafana-dashboard.json")))
            .getAsJsonObject();
    List<String> expressions =
        dashboard.getAsJsonArray("panels").asList().stream()
            .flatMap(panel -> panel.getAsJsonObject().getAsJsonArray("targets").asList().stream())
            .map(target -> target.getAsJsonObject().get("expr").getAsString())
            .toList();
    assertEquals(9, expressions.size());
    for (String expression : expressions) {
      await(expression).atMost(CEILING).until(() -> !prometheus.query(expression).isEmpty());
    }
  }

  @Test
  void metricsAreInPrometheusFormatAsItsOwnToolReadsIt() {
    Command.Ended checked =
        lab.command(
                "sh",
                "-c",
                "make -s metrics | docker run --rm -i --network none --entrypoint promtool %s check metrics"
                    .formatted(PROMETHEUS))
            .run();
    assertEquals(
        List.of(
            "toxiproxy_proxy_received_bytes_total no help text",
            "toxiproxy_proxy_sent_bytes_total no help text"),
        checked.errLines(),
        "what the tool finds is Toxiproxy's, and no mistake of the format");
  }

  @Test
  void prometheusSharesNoNetworkWithTheLabAndItsGathererOnlyThatOfWanControl() {
    Map<String, String> containers = lab.containers();
    assertEquals(List.of("page"), networks(containers.get("prometheus-1")));
    assertEquals(List.of("control"), networks(containers.get("gateway-metrics-1")));
    assertEquals(List.of("none"), networks(lab.name() + "-metrics-feed"));
    containers.forEach((name, id) -> {
      if (!name.startsWith("prometheus")) {
        assertTrue(!networks(id).contains("page"), name);
      }
    });
  }

  @Test
  void whoMeasuresIsAsHardAsWhoIsMeasured() {
    DockerClient docker = DockerClientFactory.lazyClient();
    List<HardeningSubject> subjects =
        Stream.of("prometheus-1", "gateway-metrics-1")
            .map(name -> HardeningSubject.of(docker, String.valueOf(lab.containers().get(name))))
            .toList();
    assertEquals(
        List.of(),
        Stream.of(HardeningItem.values())
            .filter(item -> !subjects.stream().allMatch(item::holdsFor))
            .toList());
  }

  private List<String> networks(@Nullable String container) {
    Command.Ended seen =
        lab.command(
                "docker",
                "inspect",
                "--format",
                "{{range $name, $_ := .NetworkSettings.Networks}}{{println $name}}{{end}}",
                String.valueOf(container))
            .run();
    assertEquals(0, seen.status(), seen.toString());
    return seen.out()
        .lines()
        .filter(name -> !name.isBlank())
        .map(name -> name.replace(lab.name() + "_", ""))
        .toList();
  }

  /** What a lab's ordinary life and a few orders do not bring about. */
  private static final Set<String> NOT_BROUGHT_ABOUT =
      Set.of(
          "server rejected",
          "server failed",
          "server accept-failed",
          "server unlogged",
          "wan-control forgotten");

  @Test
  void everyLineOfTheLogsIsAsDocumented() throws IOException {
    for (String link :
        List.of("PROFILE=cut", "PROFILE=heal", "PROFILE=refused", "FAULT=flapping:200ms")) {
      Command.Ended wan = lab.make("wan", link).run();
      assertEquals(0, wan.status(), wan.toString());
    }
    await("it flaps").atMost(CEILING).until(() -> logs("wan-control").contains("\"flapped\""));
    Command.Ended back = lab.make("wan", "PROFILE=perfect").run();
    assertEquals(0, back.status(), back.toString());
    Map<String, String> containers = lab.containers();
    Command.Ended restarted =
        lab.command(
                "docker",
                "restart",
                containers.get("server-1"),
                containers.get("wan-gateway-1"),
                containers.get("client-wan-3"))
            .run();
    assertEquals(0, restarted.status(), restarted.toString());
    await("all is well again")
        .atMost(CEILING)
        .until(() -> logs("wan-control").contains("\"restored\""));

    LogSchema schema = LogSchema.read();
    Set<String> seen = new TreeSet<>();
    Set<String> differences = new TreeSet<>();
    for (String program : List.of("server", "client", "wan-control")) {
      logs(program)
          .lines()
          .map(line -> JsonParser.parseString(line).getAsJsonObject())
          .forEach(line -> {
            seen.add(program + " " + line.get("event").getAsString());
            differences.addAll(schema.differences(program, line));
          });
    }
    assertEquals(Set.of(), differences);
    Set<String> expected = new TreeSet<>(schema.names());
    expected.removeAll(NOT_BROUGHT_ABOUT);
    seen.removeAll(NOT_BROUGHT_ABOUT);
    assertEquals(expected, seen);
  }

  private String logs(String program) {
    StringBuilder all = new StringBuilder();
    lab.containers()
        .forEach((name, id) -> {
          if (name.startsWith(program)) {
            all.append(lab.command("docker", "logs", id).run().out());
          }
        });
    return all.toString();
  }

  @Test
  void logsForProgramsAreOneObjectALineOfWhoSaidIt() {
    try (Command.Running logs = lab.make("-s", "logs", "JSON=1").start()) {
      await("lines of the server and of both sides")
          .atMost(CEILING)
          .pollInterval(GLANCE)
          .untilAsserted(() ->
              assertEquals(
                  List.of(),
                  Stream.of("server-1", "client-lan-1", "client-wan-1")
                      .filter(who -> !logs.out().contains("{\"who\":\"" + who + "\",\"time\":"))
                      .toList(),
                  () -> "alive: " + logs.isAlive() + "\n" + logs.out() + logs.err()));
      logs.signal("INT");
      Command.Ended ended = logs.end();
      ended.out().lines().forEach(line -> assertTrue(JsonParser.parseString(line).isJsonObject()));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'', ESC[36mclient-lan-1, ESC[33mclient-wan-1",
    "1, client-lan-1, client-wan-1",
  })
  void logsHaveColoursByNearAndFarOnATerminalUnlessTheyAreNotWanted(
      String noColor, String near, String far) {
    Command words = lab.command("script", "-qec", "make logs", "/dev/null");
    try (Command.Running logs = words.with("NO_COLOR", noColor).with("TERM", "xterm").start()) {
      for (String who : List.of(near, far)) {
        await("lines of " + who)
            .atMost(CEILING)
            .pollInterval(GLANCE)
            .until(() -> logs.out().contains("  " + who.replace("ESC", "\u001b")));
      }
      logs.signal("TERM");
    }
  }

  private static int portOfNobody() {
    try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return any.getLocalPort();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
