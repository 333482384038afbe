package nearfar.tests.commands;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import nearfar.tests.support.Command;
import nearfar.tests.support.CommandLab;
import org.junit.jupiter.api.Test;

/** A lab-up that was interrupted leaves nothing running by itself, and nothing after lab-down. */
class LabDownTest {
  private static final Duration CEILING = Duration.ofSeconds(60);
  private static final Duration GLANCE = Duration.ofMillis(20);

  @Test
  void afterLabUpWasInterruptedHalfWayLabDownLeavesNothing() {
    CommandLab lab = new CommandLab();
    try (lab;
        Command.Running up = lab.make("lab-up").start()) {
      await("something of the lab")
          .atMost(CEILING)
          .pollInterval(GLANCE)
          .until(() -> !lab.containers().isEmpty());
      up.signal("INT");
      Command.Ended ended = up.end();
      assertNotEquals(0, ended.status());
      assertTrue(ended.err().contains("make lab-down removes it"), ended::toString);
      assertEquals(List.of(), lab.processes());
    }
    assertEquals(List.of(), lab.everything());
  }

  @Test
  void interruptedWhileItWaitsForGreetingsLabUpLeavesNoHelperBehind() {
    CommandLab lab = new CommandLab();
    try (lab;
        Command.Running up =
            lab.make("lab-up", "LAN_CLIENTS=0", "WAN_CLIENTS=1", "DOWN=4s").start()) {
      await("the wait for greetings")
          .atMost(CEILING)
          .pollInterval(GLANCE)
          .until(() -> lab.containers().containsKey("client-wan-1") && !lab.helpers().isEmpty());
      assertTrue(up.isAlive());
      up.signal("INT");
      assertNotEquals(0, up.end().status());
      await("the helper's end")
          .atMost(CEILING)
          .pollInterval(GLANCE)
          .untilAsserted(() -> {
            assertEquals(List.of(), lab.helpers());
            assertEquals(List.of(), lab.processes());
          });
    }
    assertEquals(List.of(), lab.everything());
  }
}
