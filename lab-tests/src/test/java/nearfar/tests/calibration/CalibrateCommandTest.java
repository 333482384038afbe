package nearfar.tests.calibration;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertLinesMatch;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.time.Duration;
import java.util.List;
import nearfar.tests.support.Command;
import nearfar.tests.support.CommandLab;
import nearfar.tests.support.Timing;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The command `make calibrate`: what it says, and that it leaves nothing behind. */
@Order(1)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CalibrateCommandTest {
  private static final Duration CEILING = Duration.ofSeconds(15);
  private static final Duration GLANCE = Duration.ofMillis(50);
  private static final int NOT_TRUSTWORTHY = 3;

  private final CommandLab lab = new CommandLab();

  @BeforeAll
  void bringUpALab() {
    Command.Ended up = lab.make("lab-up", "LAN_CLIENTS=1", "WAN_CLIENTS=0").run();
    assertEquals(0, up.status(), up.toString());
  }

  @AfterAll
  void takeItDown() {
    lab.close();
  }

  @AfterEach
  void nothingIsLeftOfIt() {
    await()
        .atMost(CEILING)
        .pollInterval(GLANCE)
        .untilAsserted(() -> {
          assertEquals(List.of(), lab.helpers());
          assertEquals(List.of(), lab.processes());
        });
  }

  @Test
  void aTableSaysWhatWasAskedAndMeasuredInEachDirectionBelowThePathWithNothingAdded() {
    Command.Ended ended = lab.make("calibrate", "DOWN=30ms~5ms", "UP=10ms", "RATE=800kbit").run();
    assertTrue(List.of(0, NOT_TRUSTWORTHY).contains(statusOfTheScript(ended)), ended.toString());
    String ms = " +[+-]?[0-9.]+ ms";
    assertLinesMatch(
        List.of(
            " +ASKED +MEASURED +ERROR",
            "  LINK +WAY +DELAY +JITTER +RATE +P50 +P99 +JITTER +RATE +P50 +P99 +RATE",
            "  nothing added +down +0.0 ms +- +-" + ms + ms + " +- +[0-9.]+mbit +- +- +-",
            " +up +0.0 ms +- +-" + ms + ms + " +- +[0-9.]+mbit +- +- +-",
            "  custom +down +30.0 ms +±5.0 ms +800.0kbit"
                + ms
                + ms
                + " +±[0-9.]+ ms +[0-9.]+kbit"
                + ms
                + ms
                + " +[+-][0-9.]+ %",
            " +up +10.0 ms +- +800.0kbit" + ms + ms + " +- +[0-9.]+kbit" + ms + ms + " +[+-].+ %",
            "",
            "  a load of [0-9.]+ on [0-9]+ cores, [0-9]+ % busy",
            ">> what is to be said of it >>"),
        ended.out().lines().toList());
    assertTrue(ended.err().contains("  measuring delays of 1 links, about "), ended.err());
  }

  @Test
  void forProgramsItIsOneLineOfJsonWithTheVerdict() {
    Command.Ended ended = lab.make("-s", "calibrate", "DOWN=35ms", "JSON=1").run();
    assertEquals(1, ended.out().lines().count(), ended.toString());
    JsonObject link = JsonParser.parseString(ended.out()).getAsJsonArray().get(0).getAsJsonObject();
    assertEquals("custom", link.get("name").getAsString());
    JsonObject down = link.getAsJsonObject("down");
    assertEquals(35, down.getAsJsonObject("asked").get("delay_ms").getAsInt());
    Timing.assertEachTook(
        "35 ms down",
        List.of(
            Duration.ofNanos(
                (long) (down.getAsJsonObject("measured").get("floor_ms").getAsDouble() * 1e6))),
        Duration.ofMillis(35),
        CEILING);
    assertEquals(link.get("trusted").getAsBoolean(), ended.status() == 0, ended.toString());
  }

  @Test
  void aMisspeltProfileIsAnsweredWithTheNearest() {
    Command.Ended wrong = lab.make("calibrate", "PROFILE=transatlantik").run();
    assertEquals(2, wrong.status(), wrong.toString());
    assertEquals(
        List.of(
            "  ✘ no profile 'transatlantik'; did you mean transatlantic?", "    see: make help"),
        wrong.errLines());
  }

  @Test
  void aFaultIsRefusedAsNothingOfItIsMeasured() {
    Command.Ended wrong = lab.make("calibrate", "PROFILE=lte", "FAULT=reset").run();
    assertEquals(2, wrong.status(), wrong.toString());
    assertEquals(
        "  ✘ FAULT=reset has no effect: links are measured, not faults",
        wrong.errLines().getFirst());
  }

  @Test
  void interruptedItLeavesNothingBehind() {
    try (Command.Running calibrate = lab.make("calibrate").start()) {
      await()
          .atMost(CEILING)
          .pollInterval(GLANCE)
          .until(() -> !calibrate.isAlive() || lab.helpers().size() == 2);
      assertTrue(calibrate.isAlive());
      calibrate.signal("INT");
      assertFalse(calibrate.end().out().contains("MEASURED"));
    }
  }

  @Test
  void toldToEndByAnotherProgramItEndsBeforeItHasMeasured() {
    try (Command.Running calibrate = lab.make("calibrate").start()) {
      await()
          .atMost(CEILING)
          .pollInterval(GLANCE)
          .until(() -> !calibrate.isAlive() || lab.helpers().size() == 2);
      assertTrue(calibrate.isAlive());
      assertTrue(ProcessHandle.of(calibrate.pid()).orElseThrow().destroy());
      assertFalse(calibrate.end().out().contains("MEASURED"));
    }
  }

  /** What make makes of it, it says in its last line. */
  private static int statusOfTheScript(Command.Ended ended) {
    return ended.status() == 0 ? 0 : ended.err().contains("Error 3") ? NOT_TRUSTWORTHY : 1;
  }
}
