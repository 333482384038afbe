package nearfar.tests.commands;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertLinesMatch;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.model.Network.Ipam;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nearfar.lab.LabInternals;
import nearfar.tests.support.Command;
import nearfar.tests.support.CommandLab;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.testcontainers.DockerClientFactory;

/** What cannot work is found before anything is started, and told in two lines. */
class LabErrorsTest {
  private final CommandLab lab = new CommandLab();

  @AfterEach
  void nothingWasStarted() {
    List<String> left = lab.everything();
    lab.close();
    assertEquals(List.of(), left);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          LAN_CLIENTS=abc           | LAN_CLIENTS=abc is not a number of clients
          WAN_CLIENTS=-1            | WAN_CLIENTS=-1 is not a number of clients
          LAN_CLIENTS=60            | LAN_CLIENTS=60 is more than the network of a side can hold
          WAN_CLIENTS=9999999999999 | WAN_CLIENTS=9999999999999 is more than the network of a side can hold
          LAN_CLIENTS=0 WAN_CLIENTS=0 | a lab needs at least one client
          PROFILE=brodband          | no profile 'brodband'; did you mean broadband\\?
          PROFILE=custom            | profile custom wants numbers, such as DOWN=.*
          PROFILE=lte DOWN=20ms     | DOWN would be lost: numbers go with PROFILE=custom, not with 'lte'
          DOWN=1.5ms                | .*whole milliseconds, 1.5ms is between 1ms and 2ms
          PROFILE=cut               | a lab starts with a link, and 'cut' is none: .*
          FAULT=reset SEED=4        | SEED=4 has no effect: nothing is random about FAULT=reset
          INTERVAL=banana           | INTERVAL: "banana" is not a duration; .*
          READ_TIMEOUT=5            | READ_TIMEOUT: "5" has no unit; .*
          READ_ONCE=often           | READ_ONCE: "often" is neither 1 nor 0
          SEND=a\\q                 | SEND: "\\\\q" is not an escape; there are .*
          SERVICE_PORT=http         | SERVICE_PORT=http is not a port \\(1 to 65535\\)
          SERVICE_PORT=8474         | SERVICE_PORT=8474 is the port of the gateway's API
          SERVICE_IMAGE=redis:8     | SERVICE_IMAGE=redis:8 needs SERVICE_PORT, .*
          SERVICE_IMAGE=-rm SERVICE_PORT=80 | SERVICE_IMAGE=-rm is not a valid name of an image
          SERVICE_IMAGE=a SERVICE_PORT=80 GREETING=hi | GREETING and SERVICE_IMAGE exclude each other: .*
          SERVICE_IMAGE=localhost:1/never/built SERVICE_PORT=80 | the image localhost:1/never/built is missing, and .*
          LAN_PORT=99999            | LAN_PORT=99999 is not a port \\(1 to 65535\\)
          METRICS=often             | METRICS: "often" is neither 1 nor 0
          METRICS=1 METRICS_PORT=9x | METRICS_PORT=9x is not a port \\(1 to 65535\\)
          METRICS=1 METRICS_PORT=5555 LAN_PORT=5555 | METRICS_PORT=5555 is also LAN_PORT
          SUBNET=10.44              | SUBNET=10.44 is not the first three numbers of a subnet.*
          """)
  void aWrongValueIsNamed(String variables, String reason) {
    List<String> words = new ArrayList<>(List.of("lab-up"));
    words.addAll(List.of(variables.split(" ")));
    assertRefused(lab.make(words.toArray(String[]::new)).run(), reason, ".+");
  }

  @Test
  void aPublishedPortThatIsTakenIsNamedWithTheWayOut() throws IOException {
    int port = lab.addresses().lanPort();
    try (ServerSocket mine = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      assertTrue(mine.isBound());
      assertRefused(
          lab.make("lab-up").run(),
          "port %d is taken by .+".formatted(port),
          "publish another port: LAN_PORT=[0-9]+ make lab-up");
    }
  }

  @Test
  void aSubnetOfAnotherNetworkIsNamedWithTheWayOut() {
    DockerClient docker = DockerClientFactory.lazyClient();
    String subnet = lab.addresses().subnet();
    String network =
        docker
            .createNetworkCmd()
            .withName(lab.name() + "-in-the-way")
            .withIpam(new Ipam().withConfig(new Ipam.Config().withSubnet(subnet + ".96/28")))
            .withLabels(Map.of(LabInternals.OWNER, LabInternals.thisOwner()))
            .exec()
            .getId();
    try {
      assertRefused(
          lab.make("lab-up").run(),
          "the subnet %s.0/24 is taken by the Docker network %s-in-the-way .*"
              .formatted(subnet, lab.name()),
          "take a free one: SUBNET=[0-9.]+ make lab-up");
    } finally {
      docker.removeNetworkCmd(network).exec();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "lab-up",
        "lab-status",
        "wan",
        "calibrate",
        "capture",
        "metrics",
        "logs",
        "lab-down"
      })
  void anEngineElsewhereIsRefusedWithTheReason(String command) {
    assertRefused(
        lab.make(command).with("DOCKER_HOST", "tcp://127.0.0.1:1").run(),
        "Docker is on another machine \\(tcp://127.0.0.1:1\\): the lab publishes its ports on .*",
        "unset DOCKER_HOST .*");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"lab-status", "wan", "calibrate", "capture", "metrics", "logs", "lab-down"})
  void withoutAnEngineEveryCommandSaysSo(String command) {
    assertRefused(
        lab.make(command).with("DOCKER_HOST", "unix:///nonexistent.sock").run(),
        "Docker does not answer.*",
        "run: make doctor");
  }

  @Test
  void aTourWithoutAnEngineSaysOnceThatThereIsNone() {
    Command.Ended ended =
        lab.make("tour").with("DOCKER_HOST", "unix:///nonexistent.sock").with("AUTO", "1").run();
    assertNotEquals(0, ended.status());
    assertEquals(
        List.of(
            "  ✘ Docker at unix:///nonexistent.sock does not answer",
            "    start it, or: unset DOCKER_HOST"),
        ended.errLines());
  }

  @ParameterizedTest
  @ValueSource(strings = {"lab-status", "wan", "calibrate", "capture", "metrics", "logs"})
  void withoutALabEveryCommandSaysHowToGetOne(String command) {
    assertRefused(
        lab.make(command).run(),
        "the lab '%s' is not up".formatted(lab.name()),
        "run: make lab-up");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "1000", "ten", "-1"})
  void aSoakOfNoRunsIsRefused(String runs) {
    assertRefused(
        lab.make("soak", "N=" + runs).run(),
        "N=%s is not a number of runs \\(1 to 999\\)".formatted(runs),
        "such as: make soak N=20");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "601", "ten", "-1", "1.5"})
  void aCaptureThatWouldNotEndInTimeIsRefused(String seconds) {
    assertRefused(
        lab.make("capture", "SECONDS=" + seconds).run(),
        "SECONDS=%s is not 1 to 600".formatted(seconds),
        "such as: make capture SECONDS=10");
  }

  @Test
  void doctorAcceptsFreePortsAndNamesAPortThatIsTaken() throws IOException {
    Command.Ended well = lab.make("doctor").run();
    assertEquals(0, well.status(), well.toString());
    assertTrue(well.out().lines().allMatch(line -> line.matches("  [✔·] .+")), well.out());
    int port = lab.addresses().wanPort();
    try (ServerSocket mine = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      assertTrue(mine.isBound());
      Command.Ended ill = lab.make("doctor").run();
      assertNotEquals(0, ill.status());
      assertTrue(ill.out().contains("  ✘ port      port " + port + " is taken by "), ill.out());
    }
  }

  @Test
  void makeAloneIsHelpAndFitsOnAScreen() {
    Command.Ended help = lab.make("help").run();
    assertEquals(0, help.status(), help.toString());
    assertEquals(help, lab.make().run());
    assertTrue(help.out().lines().count() <= 24, help.out());
  }

  @Test
  void checkWithoutALessonNamesTheTwoCommandsThatItCouldMean() {
    assertRefused(
        lab.make("check").run(),
        "LESSON is not given",
        "to check an exercise: make check LESSON=4; to check the sources: make lint");
  }

  @Test
  void helpListsEveryCommand() throws IOException {
    Command.Ended help = lab.make("help", "ALL=1").run();
    assertEquals(0, help.status(), help.toString());
    List<String> targets =
        Files.readAllLines(Command.sources().resolve("Makefile")).stream()
            .filter(line -> line.matches("[a-z-]+:.*"))
            .map(line -> line.substring(0, line.indexOf(':')))
            .toList();
    for (String target : targets) {
      assertTrue(
          help.out().lines().anyMatch(line -> line.matches("  make " + target + " +[^ ].+")),
          () -> target + " in " + help.out());
    }
  }

  private static void assertRefused(Command.Ended ended, String what, String next) {
    assertNotEquals(0, ended.status(), ended.toString());
    assertLinesMatch(List.of("  ✘ " + what, "    " + next), ended.errLines());
  }
}
