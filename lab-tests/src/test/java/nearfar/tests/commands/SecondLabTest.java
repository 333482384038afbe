package nearfar.tests.commands;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nearfar.tests.support.Command;
import nearfar.tests.support.CommandLab;
import nearfar.tests.support.FewTools;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Two labs beside each other: one of Compose alone, one of an attendee's commands where little is
 * installed.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SecondLabTest {
  private static final String GREETING =
      "with  spaces and \"quotes\" and 'others' and $$dollars and ${braces} and ünïcode";

  private static final Duration CEILING = Duration.ofSeconds(20);

  private final CommandLab byHand = new CommandLab();
  private final CommandLab lab = CommandLab.ofAnAttendee().with("PROFILE", "perfect");
  private FewTools few;
  private Command.Ended composed;
  private Command.Ended up;

  @BeforeAll
  void bringBothUp() throws IOException {
    byHand.with("LAN_CLIENTS", "1").with("WAN_CLIENTS", "1").with("PROFILE", "lte");
    composed = byHand.command("docker", "compose", "-p", byHand.name(), "up", "-d").run();
    few = FewTools.link();
    lab.with("PATH", few.path()).with("JAVA_HOME", null);
    up = lab.make("lab-up", "GREETING=" + GREETING).run();
  }

  @AfterAll
  void takeBothDown() throws IOException {
    try (byHand;
        lab) {
      // Both, also where the first fails.
    } finally {
      few.close();
    }
  }

  @Test
  void labUpOfAnAttendeeNeedsANameAndMakeAShellAndDocker() {
    assertEquals(0, up.status(), up.toString());
    assertTrue(up.out().contains("1 near and 1 far, all greeted"), up.toString());
    String who = lab.name().replace("nearfar-", "AS=");
    assertTrue(
        up.out()
            .endsWith(
                "make wan %1$s PROFILE=geo-satellite · make logs %1$s · make lab-down %1$s\n"
                    .formatted(who)),
        up.toString());
  }

  @Test
  void theOtherCommandsNeedNoMoreEither() {
    assertEquals("perfect", lab.status().get("profile").getAsString());
    Command.Ended wan = lab.make("wan", "PROFILE=perfect").run();
    assertEquals(0, wan.status(), wan.toString());
  }

  @Test
  void aGreetingArrivesByteForByteAsItWasTypedOverBothDoors() {
    assertEquals(GREETING + "\n", lab.greetingOverTheLan());
    assertEquals(GREETING + "\n", lab.greetingOverTheWan());
  }

  @Test
  void composeAloneBringsUpALabWhoseClientsAreGreetedOnBothSides() {
    assertEquals(0, composed.status(), composed.toString());
    await("greetings on both sides")
        .atMost(CEILING)
        .until(() ->
            Stream.of("client-lan-1", "client-wan-1")
                .allMatch(client ->
                    byHand
                        .command("docker", "logs", byHand.name() + "-" + client)
                        .run()
                        .out()
                        .contains("\"greeted\"")));
    assertEquals("lte", byHand.status().get("profile").getAsString());
  }

  @Test
  void composeReadsTheLabsFileWithoutAWarning() {
    Command.Ended config = byHand.command("docker", "compose", "config", "--quiet").run();
    assertEquals("status 0\n", config.toString());
  }

  @Test
  void aChangeOfOneLabsLinkLeavesTheOthersAlone() {
    String before = byHand.make("wan").run().out();
    Command.Ended changed = lab.make("wan", "PROFILE=geo-satellite").run();
    assertEquals(0, changed.status(), changed.toString());
    assertEquals(before, byHand.make("wan").run().out());
    lab.make("wan", "PROFILE=perfect").run();
  }

  @Test
  void labDownOfOneLeavesTheOtherAloneAndNothingOfItself() {
    CommandLab third = new CommandLab();
    Map<String, String> before = lab.containers();
    try (third) {
      Command.Ended created =
          third.command("docker", "compose", "-p", third.name(), "up", "-d", "server").run();
      assertEquals(0, created.status(), created.toString());
      assertFalse(third.everything().isEmpty());
    }
    assertEquals(List.of(), third.everything());
    assertEquals(before, lab.containers());
    Command.Ended again = third.make("lab-down").run();
    assertEquals(
        "status 0\n  lab       '%s' does not exist\n".formatted(third.name()), again.toString());
  }

  @Test
  void theTourShowsNearFarSlowCutAndHealedAndLeavesTheLinkAsItWas() {
    Command.Ended asked = lab.make("wan", "PROFILE=custom", "DOWN=30ms~2ms", "FAULT=sliced").run();
    assertEquals(0, asked.status(), asked.toString());
    String before = link();
    Command.Ended tour = lab.command("scripts/lab/tour.sh", "--auto").run();
    assertEquals(0, tour.status(), tour.toString());
    assertEquals("", tour.err());
    assertEquals(before, link());
    lab.make("wan", "PROFILE=perfect").run();

    List<String> steps = List.of(tour.out().split("\n── |──\n", -1));
    assertEquals(
        List.of("near", "far", "slow", "cut", "healed", "your turn"),
        IntStream.range(0, steps.size())
            .filter(at -> at % 2 == 1)
            .mapToObj(at -> steps.get(at).strip())
            .toList());
    String row = " *[0-9]+ +[0-9]+ +[0-9.]+ ms +[0-9.]+ ms +[0-9.]+ ms";
    assertSays(steps.get(2), "  lan +client-lan-1 " + row);
    assertSays(steps.get(4), "  wan +client-wan-1 " + row);
    assertSays(steps.get(6), "  is +geo-satellite: down 279ms, up 279ms");
    assertSays(
        steps.get(6),
        "  wan +client-wan-1 +[0-9]+ +0 +[0-9.]+ ms +(2[7-9][0-9]|[3-9][0-9]{2}|[0-9]{4,})\\.[0-9] ms.*");
    assertSays(steps.get(8), ".* client-lan-1 +greeted .*");
    assertFalse(steps.get(8).contains(" client-wan-1   greeted"), steps.get(8));
    assertSays(steps.get(10), ".* client-wan-1 +greeted .* greeting [0-9]{4,}\\.[0-9] ms");
  }

  @Test
  void aTourThatIsInterruptedPutsTheLinkBackAndLeavesNothingRunning() {
    String before = link();
    try (Command.Running tour = lab.make("tour", "AUTO=1").start()) {
      await("nobody far is greeted")
          .atMost(Duration.ofMinutes(3))
          .until(() -> tour.out().contains("$ make logs") || !tour.isAlive());
      tour.signal("INT");
      Command.Ended ended = tour.end();
      assertNotEquals(0, ended.status(), ended::toString);
    }
    assertEquals(before, link());
    await("nothing of it is left")
        .atMost(CEILING)
        .untilAsserted(() -> assertEquals(List.of(), lab.helpers()));
  }

  @Test
  void anInterruptedLogTakesAlongTheHelperThatWasNeverStarted() {
    makeAHelperThatIsNotStarted("this");
    interruptTheLog("this");
    assertEquals(List.of(), lab.helpers());
  }

  @Test
  void anInterruptedLogLeavesTheHelperThatAnotherCommandIsAboutToStart() {
    String helper = makeAHelperThatIsNotStarted("another");
    interruptTheLog("this");
    assertEquals(List.of("nearfar/client:local"), lab.helpers());
    lab.command("docker", "rm", helper).run();
  }

  /** As an interrupt does that comes between the engine's making of a helper and its start. */
  private String makeAHelperThatIsNotStarted(String run) {
    Command.Ended made =
        lab.command(
                "docker",
                "create",
                "--label",
                "nearfar.lab=" + lab.name(),
                "--label",
                "nearfar.run=" + run,
                "nearfar/client:local")
            .run();
    assertEquals(0, made.status(), made::toString);
    assertEquals(List.of("nearfar/client:local"), lab.helpers());
    return made.out().strip();
  }

  private void interruptTheLog(String run) {
    try (Command.Running logs = lab.make("logs").with("NEARFAR_RUN", run).start()) {
      await("somebody is greeted")
          .atMost(CEILING)
          .until(() -> logs.out().contains("greeted") || !logs.isAlive());
      logs.signal("INT");
      logs.end();
    }
  }

  @Test
  void theTourRefusesAWordThatItDoesNotKnow() {
    Command.Ended wrong = lab.command("scripts/lab/tour.sh", "--fast").run();
    assertEquals(2, wrong.status(), wrong::toString);
    assertEquals("  ✘ unknown argument: --fast", wrong.errLines().getFirst());
  }

  private String link() {
    return lab.status().get("link").getAsString();
  }

  private static void assertSays(String text, String line) {
    assertTrue(text.lines().anyMatch(each -> each.matches(line)), () -> line + " in " + text);
  }
}
