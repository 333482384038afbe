package nearfar.lab;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.dockerjava.api.DockerClient;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;

/**
 * Labs whose server nobody here made: Toxiproxy, which answers HTTP, as an image and as a
 * container.
 */
@Order(0)
class ServiceTest {
  private static final String IMAGE = "ghcr.io/shopify/toxiproxy:2.12.0";
  private static final int PORT = 8474;
  private static final String SEND = "GET /version HTTP/1.0\\r\\n\\r\\n";
  private static final String EXPECT = "\"version\": \"2.12.0\"";

  private final DockerClient docker = DockerClientFactory.lazyClient();

  @Test
  void aContainerThatRunsTakesTheServersPlaceAndIsLeftAsItWas() throws Exception {
    try (GenericContainer<?> container = toxiproxy().withExposedPorts(PORT)) {
      container.start();
      Set<String> before = networksOf(container);
      Service service = new Service.Container(container, PORT, SEND, EXPECT);
      try (Lab lab = Lab.start(LabSettings.defaults().service(service))) {
        assertAnswersOnBothSides(lab);
        assertEquals(container.getContainerId(), lab.container("server").getContainerId());
        assertEquals(1, lab.calibrate(List.of(Map.of("PROFILE", "lte"))).size());
        assertEquals(List.of(), composeServersOf(lab));

        lab.stop("server");
        lab.start("server");
        lab.awaitGreetings(1);
        assertEquals(200, status(lab.lanAddress()), "its door may have moved with it");
      }
      assertTrue(container.isRunning());
      assertEquals(before, networksOf(container));
    }
  }

  @Test
  void aContainerThatWasNotStartedIsStartedAndServesLabsOneAfterTheOtherAndClientsThatComeLater() {
    try (GenericContainer<?> container = toxiproxy()) {
      Service service = new Service.Container(container, PORT, SEND, EXPECT);
      for (int round = 1; round <= 2; round++) {
        try (Lab lab = Lab.start(LabSettings.defaults().service(service))) {
          lab.moreClients(Side.FAR, 2);
          lab.awaitGreetings(1);
          assertEquals(List.of(), composeServersOf(lab));
          IllegalStateException noDoor = assertThrows(IllegalStateException.class, lab::lanAddress);
          assertEquals(
              "the service's container %s has no door over the LAN: give it .withExposedPorts(8474)"
                  .formatted(IMAGE),
              noDoor.getMessage());
        }
      }
      assertTrue(container.isRunning());
    }
  }

  @Test
  void aPortAtWhichNobodyListensIsNamedWithWhatTheClientsSeeLongBeforeTheMinuteIsOver() {
    try (GenericContainer<?> container = toxiproxy()) {
      Service service = new Service.Container(container, 8475, SEND, EXPECT);
      long begin = System.nanoTime();
      IllegalStateException wrong =
          assertThrows(
              IllegalStateException.class,
              () -> Lab.start(LabSettings.defaults().service(service)));
      Duration took = Duration.ofNanos(System.nanoTime() - begin);
      String message = String.valueOf(wrong.getMessage());
      assertAll(
          () ->
              assertTrue(
                  message.contains("greets nobody at port 8475: client-lan-1: refused"), message),
          () -> assertTrue(message.contains("Starting Toxiproxy HTTP server"), message),
          () -> assertTrue(took.compareTo(Duration.ofSeconds(110)) < 0, took::toString));
      assertTrue(container.isRunning());
    }
  }

  @Test
  void aContainerThatCannotJoinIsRefusedWithTheWayOut() {
    try (GenericContainer<?> container = toxiproxy().withNetworkMode("none")) {
      assertRefused(
          container,
          "the service's container %s has the network mode 'none', with which it can join no lab: leave out withNetworkMode");
    }
  }

  @Test
  void aContainerThatHasEndedIsRefusedWithWhatItSaid() {
    try (GenericContainer<?> container = toxiproxy()) {
      container.start();
      docker.killContainerCmd(container.getContainerId()).exec();
      docker.waitContainerCmd(container.getContainerId()).start().awaitStatusCode();
      assertRefused(
          container, "the service's container %s does not run any more; it said at last: .+");
    }
  }

  @Test
  void anImageThatNobodyHasIsToldWithinSeconds() {
    long begin = System.nanoTime();
    Service service = new Service.Image("localhost:1/never/built:1", PORT);
    IllegalStateException missing =
        assertThrows(
            IllegalStateException.class, () -> Lab.start(LabSettings.defaults().service(service)));
    assertTrue(
        String.valueOf(missing.getMessage())
            .matches(
                "(?s)the image localhost:1/never/built:1 is not at hand, and its registry does not answer .*"),
        missing::getMessage);
    assertTrue(System.nanoTime() - begin < Duration.ofSeconds(30).toNanos());
  }

  @Test
  void wordsThatNoClientTakesAreRefusedBeforeAnythingStarts() {
    assertEquals(
        "the service's port is 70000, must be from 1 to 65535",
        assertThrows(IllegalArgumentException.class, () -> new Service.Image("a", 70_000))
            .getMessage());
    assertEquals(
        "send: \"\\q\" is no escape; there are \\r \\n \\t \\\\ and \\xHH",
        assertThrows(
                IllegalArgumentException.class, () -> new Service.Image("a", 1, "PING\\q", null))
            .getMessage());
    assertThrows(IllegalArgumentException.class, () -> new Service.Image(" ", 1));
  }

  private static GenericContainer<?> toxiproxy() {
    return new GenericContainer<>(IMAGE)
        .withLabels(Map.of(Reaper.OWNER, Owner.thisProcess().label()))
        .waitingFor(Wait.forLogMessage(".*Starting Toxiproxy HTTP server.*", 1));
  }

  private static void assertAnswersOnBothSides(Lab lab) throws Exception {
    for (Side side : Side.values()) {
      assertTrue(lab.exchanges(side).stream().anyMatch(Exchange::greeted), side::toString);
    }
    assertEquals(200, status(lab.lanAddress()));
    assertEquals(200, status(lab.wanAddress()));
    assertFalse(lab.name().isEmpty());
  }

  private static int status(InetSocketAddress door) throws IOException, InterruptedException {
    URI uri = URI.create("http://%s:%d/version".formatted(door.getHostString(), door.getPort()));
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client
          .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.discarding())
          .statusCode();
    }
  }

  private List<String> composeServersOf(Lab lab) {
    return docker
        .listContainersCmd()
        .withShowAll(true)
        .withLabelFilter(
            Map.of(
                "com.docker.compose.project", lab.name(), "com.docker.compose.service", "server"))
        .exec()
        .stream()
        .map(com.github.dockerjava.api.model.Container::getId)
        .collect(Collectors.toList());
  }

  private Set<String> networksOf(GenericContainer<?> container) {
    return Set.copyOf(
        docker
            .inspectContainerCmd(container.getContainerId())
            .exec()
            .getNetworkSettings()
            .getNetworks()
            .keySet());
  }

  private static void assertRefused(GenericContainer<?> container, String pattern) {
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                Lab.start(LabSettings.defaults().service(new Service.Container(container, PORT))));
    String message = String.valueOf(refused.getMessage());
    assertTrue(message.matches("(?s)" + pattern.formatted(IMAGE)), message);
  }
}
