package nearfar.tests.calibration;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.dockerjava.api.DockerClient;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import nearfar.lab.Lab;
import nearfar.lab.junit.WithLab;
import nearfar.networks.calibration.Calibration;
import nearfar.networks.calibration.Measurement;
import nearfar.tests.support.Timing;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.testcontainers.DockerClientFactory;

/** The lab measures its own links, and says so where they are not what was asked for. */
@Order(1)
@WithLab(near = 1, far = 0)
class CalibrationTest {
  private static final long PERIOD = 100_000;
  private static final long TWO_PERCENT = 2_000;
  private static final long NO_QUOTA = -1;
  private static final Duration CEILING = Duration.ofSeconds(1);

  private final DockerClient docker = DockerClientFactory.lazyClient();
  private final Lab lab;

  CalibrationTest(Lab lab) {
    this.lab = lab;
  }

  @AfterEach
  void nothingIsLeftOfIt() throws Exception {
    assertEquals(List.of("wan"), proxies());
    assertEquals(
        List.of(),
        docker
            .listContainersCmd()
            .withShowAll(true)
            .withLabelFilter(Map.of("nearfar.lab", lab.name()))
            .exec()
            .stream()
            .filter(each -> !each.getLabels().containsKey("com.docker.compose.project"))
            .map(each -> String.join(" ", each.getNames()))
            .toList());
    assertEquals("perfect: nothing added", lab.wan().summary());
  }

  @Test
  void eachDirectionOfEachLinkIsMeasuredApartWithNoFarClientInTheLab() {
    List<Calibration> calibrations =
        lab.calibrate(
            List.of(
                Map.of("DOWN", "150ms", "UP", "30ms"),
                Map.of("DOWN", "25ms~5ms", "UP", "200ms", "RATE", "2mbit"),
                Map.of("PROFILE", "geo-satellite", "FAULT", "reset", "SEED", "7")));
    assertMeasured("150 ms down", calibrations.get(0).down().measured(), 150);
    assertMeasured("30 ms up", calibrations.get(0).up().measured(), 30);
    assertMeasured("25 ms ±5 ms down", calibrations.get(1).down().measured(), 20);
    assertMeasured("200 ms up", calibrations.get(1).up().measured(), 200);
    assertMeasured("geo-satellite down", calibrations.get(2).down().measured(), 279);
    assertMeasured("geo-satellite up", calibrations.get(2).up().measured(), 279);
    assertMeasured("nothing added", calibrations.get(0).down().path(), 0);
    assertEquals(
        List.of("custom", "custom", "geo-satellite"),
        calibrations.stream().map(each -> each.link().name()).toList());
    calibrations.forEach(CalibrationTest::assertTrustedUnlessTheMachineIsBusy);
  }

  @Test
  void aGatewayWithTooLittleOfACoreIsDoubtedByFiguresAndCauseAndTrustedAgainAfterwards() {
    List<Map<String, String>> links = List.of(Map.of("DOWN", "20ms", "UP", "5ms"));
    setQuota(TWO_PERCENT);
    Calibration starved;
    try {
      starved = lab.calibrate(links).getFirst();
    } finally {
      setQuota(NO_QUOTA);
    }
    String doubt = starved.doubt().orElseThrow(() -> new AssertionError(starved));
    assertTrue(doubt.contains("the gateway was held back "), doubt);
    assertTrue(doubt.contains("likely because the gateway has a CPU quota, of 0.02 cores"), doubt);

    // What was held back meanwhile, the health check's programs say, has to be done first.
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertTrustedUnlessTheMachineIsBusy(lab.calibrate(links).getFirst()));
  }

  @Test
  void whatIsNoLinkIsNamedAndNothingIsStarted() {
    IllegalArgumentException cut =
        assertThrows(
            IllegalArgumentException.class, () -> lab.calibrate(List.of(Map.of("PROFILE", "cut"))));
    assertEquals(
        "'PROFILE=cut' is no link that could be measured: give a profile, or numbers",
        cut.getMessage());
    IllegalArgumentException misspelt =
        assertThrows(
            IllegalArgumentException.class,
            () -> lab.calibrate(List.of(Map.of("PROFILE", "transatlantik"))));
    assertEquals("no profile 'transatlantik'; did you mean transatlantic?", misspelt.getMessage());
  }

  @Test
  void nothingIsMeasuredWhileTheLinkIsCut() {
    lab.wan().cut();
    try {
      IllegalStateException wrong =
          assertThrows(
              IllegalStateException.class,
              () -> lab.calibrate(List.of(Map.of("PROFILE", "perfect"))));
      assertEquals("no calibration: the gateway's API does not answer", wrong.getMessage());
    } finally {
      lab.wan().heal();
    }
  }

  /** The other tests are at work meanwhile, on whatever machine this is. */
  private static void assertTrustedUnlessTheMachineIsBusy(Calibration calibration) {
    String doubt = calibration.doubt().orElse("likely because the machine is busy");
    assertTrue(doubt.contains("likely because the machine is busy"), doubt);
  }

  private static void assertMeasured(String what, Measurement measured, long floor) {
    assertTrue(measured.samples() >= measured.sent() / 2, measured::toString);
    Timing.assertEachTook(
        what,
        List.of(measured.floor(), measured.p50()),
        Duration.ofMillis(floor),
        Duration.ofMillis(floor).plus(CEILING));
  }

  private void setQuota(long microseconds) {
    docker
        .updateContainerCmd(lab.container("wan-gateway").getContainerId())
        .withCpuPeriod(PERIOD)
        .withCpuQuota(microseconds)
        .exec();
  }

  /** The names of the proxies on the gateway, as Toxiproxy's own program lists them. */
  private List<String> proxies() throws IOException, InterruptedException {
    return lab.container("wan-gateway")
        .execInContainer("/toxiproxy-cli", "-h", "http://wan-api:8474", "list")
        .getStdout()
        .replaceAll("\u001b\\[[0-9;]*m", "")
        .lines()
        .filter(line -> line.matches(".*:[0-9]+.*(enabled|disabled).*"))
        .map(line -> line.strip().split("\\s+", 2)[0])
        .toList();
  }
}
