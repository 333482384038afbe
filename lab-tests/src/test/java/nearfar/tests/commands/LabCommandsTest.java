package nearfar.tests.commands;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertLinesMatch;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.StreamSupport;
import nearfar.tests.support.Command;
import nearfar.tests.support.CommandLab;
import nearfar.tests.support.Timing;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The commands on a lab that is up: what they say, what they change, and what they leave alone. */
@Order(1)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LabCommandsTest {
  private static final long MEMORY_OF_A_LOAD = 200L << 20;
  private static final Duration CEILING = Duration.ofSeconds(15);
  private static final Duration GLANCE = Duration.ofMillis(50);
  private static final String ESCAPE = "\u001b";

  private final CommandLab lab = new CommandLab();
  private Command.Ended firstUp;

  @BeforeAll
  void bringUpALab() {
    firstUp = lab.make("lab-up").run();
    assertSucceeded(firstUp);
  }

  @AfterAll
  void takeItDown() {
    lab.close();
  }

  @BeforeEach
  void putBackTheLink() {
    assertSucceeded(lab.make("wan", "PROFILE=perfect").run());
  }

  @Test
  void labUpSaysWhatItDidThenPrintsTheTableBothDoorsAndWhatToTryNext() {
    assertEquals(0, firstUp.status(), firstUp.toString());
    assertFalse(firstUp.out().contains(ESCAPE), "no control characters off a terminal");
    assertLinesMatch(
        List.of(
            "  docker    [0-9.]+ running.*",
            ">> images, and progress if it takes long >>",
            "  link      broadband: down .*, up .*, per connection",
            "  clients   2 near and 3 far, all greeted after [0-9.]+ s",
            "",
            "  NETWORK  CLIENT        GREETED  FAILED +CONNECT +GREETING +P99",
            row("lan", "client-lan-1"),
            row("lan", "client-lan-2"),
            row("wan", "client-wan-1"),
            row("wan", "client-wan-2"),
            row("wan", "client-wan-3"),
            "  far takes [0-9.]+ times as long as near",
            ">> remarks >>",
            "  your own client 127.0.0.1:%d over the LAN, 127.0.0.1:%d over the WAN"
                .formatted(lab.addresses().lanPort(), lab.addresses().wanPort()),
            "  next            make wan PROFILE=geo-satellite · make logs · make lab-down"),
        firstUp.out().lines().toList());
    assertTrue(firstUp.out().contains("\n  images    "), firstUp.out());
  }

  @Test
  void labUpRunAgainChangesNothing() {
    Map<String, String> before = lab.containers();
    Command.Ended again = lab.make("lab-up").run();
    assertEquals(0, again.status(), again.toString());
    assertEquals(before, lab.containers());
    assertTrue(again.out().contains("  link      perfect: "), again.out());
  }

  @Test
  void labUpGoesToOtherSizesAndAnotherLinkAndLetsTheClientsThatStayRunOn() {
    Map<String, String> before = lab.containers();
    Command.Ended other =
        lab.make("lab-up")
            .with(Map.of("LAN_CLIENTS", "1", "WAN_CLIENTS", "4", "PROFILE", "lte"))
            .run();
    assertEquals(0, other.status(), other.toString());
    Map<String, String> expected = new TreeMap<>(before);
    expected.remove("client-lan-2");
    expected.put("client-wan-4", String.valueOf(lab.containers().get("client-wan-4")));
    assertEquals(expected, lab.containers());
    assertTrue(other.out().contains("1 near and 4 far, all greeted"), other.out());
    assertEquals("lte", text(lab.status(), "profile"));

    Command.Ended back = lab.make("lab-up").run();
    assertEquals(0, back.status(), back.toString());
    assertEquals(before.keySet(), lab.containers().keySet());
    assertEquals("lte", text(lab.status(), "profile"), "nobody asked for another link");
  }

  @Test
  void wanSaysWhatTheLinkWasAndIsAndEndsWhenItIsInForce() {
    Command.Ended changed = lab.make("wan", "DOWN=300ms~20ms", "UP=40ms", "RATE=2mbit").run();
    long begin = System.nanoTime();
    lab.greetingOverTheWan();
    Duration took = Duration.ofNanos(System.nanoTime() - begin);
    assertEquals(0, changed.status(), changed.toString());
    assertEquals(
        List.of(
            "  was       perfect: nothing added",
            "  is        custom: down 300ms ±20ms 2mbit, up 40ms 2mbit, per connection"),
        changed.out().lines().toList());
    Timing.assertEachTook(
        "a greeting right after make wan DOWN=300ms~20ms",
        List.of(took),
        Duration.ofMillis(280),
        CEILING);
  }

  @Test
  void wanAloneShowsTheLink() {
    Command.Ended shown = lab.make("wan").run();
    assertEquals(0, shown.status(), shown.toString());
    assertEquals("  link      perfect: nothing added\n", shown.out());
  }

  @Test
  void aMisspeltProfileIsAnsweredWithTheNearestAndChangesNothing() {
    JsonObject before = lab.status();
    Command.Ended wrong = lab.make("wan", "PROFILE=geo-sattelite").run();
    JsonObject after = lab.status();
    assertNotEquals(0, wrong.status());
    assertEquals("", wrong.out());
    assertEquals(
        List.of(
            "  ✘ no profile 'geo-sattelite'; did you mean geo-satellite or leo-satellite?",
            "    see: make help"),
        wrong.errLines());
    assertEquals(text(before, "profile"), text(after, "profile"));
    assertEquals(text(before, "since"), text(after, "since"));
  }

  @Test
  void aLinkThatIsCutShowsInTheTableAndStopsLabUpUntilItIsHealed() {
    assertSucceeded(lab.make("wan", "PROFILE=cut").run());
    assertSucceeded(lab.make("wan", "PROFILE=cut").run());
    Command.Ended up = lab.make("lab-up").run();
    assertNotEquals(0, up.status());
    assertEquals(
        List.of(
            "  ✘ the link of '%s' is cut: no WAN client can be greeted".formatted(lab.name()),
            "    heal it: make wan PROFILE=heal"),
        up.errLines());

    JsonObject cut = await("the link is known to be cut").until(lab::status, isInState("cut"));
    assertEquals(0, greetings(cut, "wan").max().orElseThrow());
    assertTrue(lab.make("lab-status").run().out().startsWith("  link      cut: "));

    Command.Ended healed = lab.make("wan", "PROFILE=heal").run();
    assertEquals(0, healed.status(), healed.toString());
    assertTrue(healed.out().endsWith("  is        perfect: nothing added\n"), healed.out());
    await("greetings over the healed link")
        .atMost(CEILING)
        .until(() -> greetings(lab.status(), "wan").min().orElseThrow() > 0);
  }

  @Test
  void labUpWithAProfileHealsALinkThatRefuses() {
    assertSucceeded(lab.make("wan", "PROFILE=refused").run());
    Command.Ended without = lab.make("lab-up").run();
    assertNotEquals(0, without.status());
    assertEquals("    heal it: make wan PROFILE=heal", without.errLines().getLast());

    Command.Ended with = lab.make("lab-up", "PROFILE=broadband").run();
    assertEquals(0, with.status(), with.toString());
    assertEquals("up", text(lab.status(), "state"));
  }

  @Test
  void labStatusForProgramsIsOneObjectAndNothingElse() {
    await("greetings to count")
        .atMost(CEILING)
        .until(() -> lab.status().toString(), status -> !status.contains("null"));
    Command.Ended ended = lab.make("-s", "lab-status", "JSON=1").run();
    assertEquals(0, ended.status(), ended.toString());
    assertEquals("", ended.err());
    assertEquals(1, ended.out().lines().count(), ended.out());
    JsonObject status = JsonParser.parseString(ended.out()).getAsJsonObject();

    assertEquals("perfect", text(status, "profile"));
    assertEquals(
        List.of("client-lan-1", "client-lan-2", "client-wan-1", "client-wan-2", "client-wan-3"),
        clients(status).map(client -> text(client, "name")).toList());
    clients(status)
        .forEach(client -> {
          assertEquals(text(client, "name").substring(7, 10), text(client, "network"));
          assertWhole(client.get("greetings"), client);
          assertWhole(client.get("failures"), client);
          for (String times : List.of("connect_ms", "greeting_ms")) {
            for (String percentile : List.of("p50", "p99")) {
              JsonElement figure = client.getAsJsonObject(times).get(percentile);
              assertTrue(
                  figure instanceof JsonPrimitive number
                      && number.isNumber()
                      && number.getAsDouble() > 0,
                  () -> times + " " + percentile + " in " + client);
            }
          }
        });
  }

  @Test
  void labStatusCountsSinceTheLinkWasLastChanged() {
    await("more greetings than a change leaves")
        .atMost(CEILING)
        .until(() -> greetings(lab.status(), "lan").min().orElseThrow() >= 10);
    Instant before = Instant.now(); // time of day
    long began = System.nanoTime();
    assertSucceeded(lab.make("wan", "PROFILE=lte").run());
    JsonObject status = lab.status();
    Duration sinceThen = Duration.ofNanos(System.nanoTime() - began);

    assertFalse(Instant.parse(text(status, "since")).isBefore(before), status.toString());
    long most = sinceThen.toMillis() / 200 + 1;
    assertTrue(greetings(status, "lan").max().orElseThrow() <= most, most + " at most: " + status);
  }

  @Test
  void logsFollowsBothSidesUntilCtrlCAndLeavesNothingBehind() {
    try (Command.Running logs = lab.make("logs").start()) {
      await("lines of both sides")
          .atMost(CEILING)
          .pollInterval(GLANCE)
          .until(() ->
              logs.out().contains("client-lan-2   greeted")
                  && logs.out().contains("client-wan-3   greeted"));
      assertTrue(logs.isAlive());
      logs.signal("INT");
      Command.Ended ended = logs.end();
      assertAll(
          () -> assertTrue(ended.out().startsWith("  link      perfect: nothing added\n")),
          () -> assertFalse(ended.out().contains(ESCAPE), ended.out()),
          () -> assertEquals(List.of(), ended.errLines()));
    }
    await("nothing of it is left")
        .atMost(CEILING)
        .pollInterval(GLANCE)
        .untilAsserted(() -> {
          assertEquals(List.of(), lab.helpers());
          assertEquals(List.of(), lab.processes());
        });
  }

  @Test
  void aLoadOfTwoThousandClientsFromOneSmallContainerIsGreetedToTheLast() {
    Command.Ended load =
        lab.make("-s", "open-loop", "CLIENTS=2000", "RATE=1000", "SECONDS=2", "JSON=1").run();
    assertEquals(0, load.status(), load.toString());
    JsonObject told = JsonParser.parseString(load.out()).getAsJsonObject();
    assertEquals(2000, told.get("due").getAsInt());
    assertEquals(2000, told.get("greetings").getAsInt());
    assertEquals(0, told.get("wrong").getAsInt());
    assertEquals(MEMORY_OF_A_LOAD, told.get("container_limit_bytes").getAsLong());
    assertTrue(told.get("container_bytes").getAsLong() < MEMORY_OF_A_LOAD, load.out());
    assertEquals(List.of(), lab.helpers());
  }

  @Test
  void aLoadOverTheWanThatIsInterruptedTellsWhatCameOfItSoFarAndLeavesNothingBehind() {
    try (Command.Running load = lab.make("open-loop", "NET=wan", "SECONDS=100").start()) {
      await("its first second")
          .atMost(CEILING)
          .pollInterval(GLANCE)
          .until(() -> load.err().contains("  load      1 s: ") || !load.isAlive());
      assertEquals(
          "65532:65532 true [ALL] [no-new-privileges] 209715200 100",
          lab.command(
                  "sh",
                  "-c",
                  "docker inspect --format '{{.Config.User}} {{.HostConfig.ReadonlyRootfs}}"
                      + " {{.HostConfig.CapDrop}} {{.HostConfig.SecurityOpt}} {{.HostConfig.Memory}}"
                      + " {{.HostConfig.PidsLimit}}' $(docker ps --quiet --filter label=nearfar.lab="
                      + lab.name()
                      + " --filter label=nearfar.helper=open-loop)")
              .run()
              .out()
              .strip());
      load.signal("INT");
      Command.Ended ended = load.end();
      assertTrue(ended.out().contains("  greeted   "), ended.toString());
      assertTrue(ended.out().contains("  response  "), ended.toString());
    }
    assertEquals(List.of(), lab.helpers());
  }

  @Test
  void aLoadThatCannotBeIsRefusedByItsValue() {
    Map<String, String> wrongs =
        Map.of(
            "CLIENTS=0", "CLIENTS=0 is not a number of clients",
            "SECONDS=9999", "SECONDS=9999 is not 1 to 3600",
            "NET=moon", "NET=moon is neither lan nor wan",
            "RATE=many", "--rate: \"many\" is not a number above 0 and up to 100000");
    wrongs.forEach((value, says) -> {
      Command.Ended wrong = lab.make("open-loop", value).run();
      assertEquals(2, wrong.status(), wrong.toString());
      assertTrue(wrong.err().contains(says), wrong.toString());
    });
  }

  private static org.hamcrest.Matcher<JsonObject> isInState(String state) {
    return new org.hamcrest.CustomTypeSafeMatcher<>("the state " + state) {
      @Override
      protected boolean matchesSafely(JsonObject status) {
        return text(status, "state").equals(state);
      }
    };
  }

  private static String row(String network, String client) {
    return "  %s      %s +[0-9]+ +[0-9]+ +[0-9.]+ ms +[0-9.]+ ms +[0-9.]+ ms"
        .formatted(network, client);
  }

  @Test
  void ordersThatAreGivenAtOnceTakeTurnsAndTheLastOfThemStands() {
    List<String> profiles = List.of("cut", "lte", "geo-satellite", "cut", "broadband");
    List<Command.Running> orders =
        profiles.stream().map(profile -> lab.make("wan", "PROFILE=" + profile).start()).toList();
    orders.stream().map(Command.Running::end).forEach(LabCommandsTest::assertSucceeded);
    assertSucceeded(lab.make("wan").run());
    assertEquals(0, lab.restarts("wan-control"), "wan-control had room for all of them");
  }

  @Test
  void anOrderThatIsInterruptedIsCarriedOutAllTheSame() {
    try (Command.Running order = lab.make("wan", "PROFILE=cut").start()) {
      await()
          .atMost(CEILING)
          .pollInterval(Duration.ofMillis(5))
          .until(() -> order.runs("ask PROFILE=cut") || !order.isAlive());
      order.signal("INT");
      order.end();
    }
    await()
        .atMost(CEILING)
        .until(() -> lab.make("wan").run().out().startsWith("  link      cut: "));
  }

  private static void assertSucceeded(Command.Ended ended) {
    assertEquals(0, ended.status(), ended.toString());
  }

  private static void assertWhole(JsonElement figure, JsonObject client) {
    assertTrue(
        figure instanceof JsonPrimitive number
            && number.isNumber()
            && number.getAsString().matches("[0-9]+"),
        client.toString());
  }

  private static String text(JsonObject object, String field) {
    return object.get(field).getAsString();
  }

  private static java.util.stream.Stream<JsonObject> clients(JsonObject status) {
    return StreamSupport.stream(status.getAsJsonArray("clients").spliterator(), false)
        .map(JsonElement::getAsJsonObject);
  }

  private static LongStream greetings(JsonObject status, String network) {
    return clients(status)
        .filter(client -> text(client, "network").equals(network))
        .mapToLong(client -> client.get("greetings").getAsLong());
  }
}
