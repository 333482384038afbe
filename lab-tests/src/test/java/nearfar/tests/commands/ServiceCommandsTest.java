package nearfar.tests.commands;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import nearfar.tests.support.Command;
import nearfar.tests.support.CommandLab;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * The commands on a lab whose server is a stranger's image: Toxiproxy's, which speaks HTTP at the
 * very port that the gateway's own API has otherwise.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ServiceCommandsTest {
  static final String IMAGE = "ghcr.io/shopify/toxiproxy:2.12.0";
  static final int PORT = 8474;
  static final String SEND = "GET /version HTTP/1.0\\r\\n\\r\\n";
  static final String EXPECT = "2.12.0";

  private static final Map<String, String> SERVICE =
      Map.of(
          "SERVICE_IMAGE",
          IMAGE,
          "SERVICE_PORT",
          Integer.toString(PORT),
          "SEND",
          SEND,
          "EXPECT",
          EXPECT);

  private final CommandLab lab = new CommandLab().with("PROFILE", "perfect");
  private Command.Ended up;

  @BeforeAll
  void bringItUp() {
    up = lab.make("lab-up", "LAN_CLIENTS=1", "WAN_CLIENTS=1").with(SERVICE).run();
  }

  @AfterAll
  void takeItDown() {
    lab.close();
  }

  @Test
  void labUpTellsTheServiceAndWaitsForItsAnswersOnBothSides() {
    assertEquals(0, up.status(), up.toString());
    assertTrue(
        up.out().contains("  service   %s at port %d, runs as ".formatted(IMAGE, PORT)), up.out());
    assertTrue(up.out().contains("1 near and 1 far, all greeted"), up.out());
  }

  @Test
  void bothDoorsLeadToIt() throws IOException, InterruptedException {
    assertEquals("{\"version\": \"2.12.0\"}", version(lab.addresses().lanPort()));
    assertEquals("{\"version\": \"2.12.0\"}", version(lab.addresses().wanPort()));
  }

  @Test
  void theLinkIsChangedAndTheTableToldAsForTheGreeter() {
    Command.Ended changed = lab.make("wan", "PROFILE=geo-satellite").run();
    assertEquals(0, changed.status(), changed.toString());
    Command.Ended again =
        lab.make("lab-up", "LAN_CLIENTS=1", "WAN_CLIENTS=1")
            .with(SERVICE)
            .with("PROFILE", null)
            .run();
    assertEquals(0, again.status(), again.toString());
    JsonObject status = lab.status();
    assertEquals("geo-satellite", status.get("profile").getAsString());
    for (JsonElement client : status.getAsJsonArray("clients")) {
      JsonObject figures = client.getAsJsonObject();
      boolean far = figures.get("network").getAsString().equals("wan");
      double median = figures.getAsJsonObject("greeting_ms").get("p50").getAsDouble();
      assertTrue(!far || median >= 2 * 279, "a question and its answer cross the link: " + figures);
    }
  }

  @Test
  void doctorTellsThatItRunsAsItsImageSays() {
    Command.Ended doctor = lab.make("doctor").with(SERVICE).run();
    assertEquals(0, doctor.status(), doctor.toString());
    assertTrue(
        doctor
            .out()
            .lines()
            .anyMatch(line ->
                line.matches("  · service   " + IMAGE + " runs as .+, as its image says.*")),
        doctor.out());
  }

  @Test
  void doctorNamesWhatDoesNotGoTogether() {
    Command.Ended wrong = lab.make("doctor").with(SERVICE).with("GREETING", "hi").run();
    assertNotEquals(0, wrong.status());
    assertTrue(wrong.out().contains("  ✘ service   GREETING and SERVICE_IMAGE"), wrong.out());
  }

  private static String version(int door) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client
          .send(
              HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + door + "/version")).build(),
              HttpResponse.BodyHandlers.ofString())
          .body()
          .strip();
    }
  }
}
