package nearfar.tests.commands;

import static org.junit.jupiter.api.Assertions.assertEquals;

import nearfar.tests.support.Command;
import org.junit.jupiter.api.Test;

/** What the scripts end when they are interrupted: all that they started, at whatever it is. */
class StopTreeTest {
  @Test
  void whatACommandStartsWhileItIsBeingEndedIsEndedToo() {
    assertEquals(
        "status 0\n", ended("trap : TERM; sleep 61 | cat; sleep 62 | cat; sleep 63 | cat"));
  }

  @Test
  void aCommandThatNeverStopsStartingOthersIsEndedWithThemAll() {
    assertEquals(
        "status 0\n", ended("while :; do (sleep 0.001; sleep 0.002); sleep 0.003 | cat; done"));
  }

  @Test
  void whoBecomesAnotherProgramInsteadOfEndingIsEndedAsThatOne() {
    assertEquals(
        "status 0\n", ended("trap 'exec sleep 61' TERM; sleep 62 & while :; do sleep 0.01; done"));
  }

  /** Ends a command as the scripts do; its output stays open for as long as anything of it runs. */
  private static String ended(String command) {
    String script =
        """
        . scripts/lib/lib.sh
        sh -c "$COMMAND" 2>/dev/null &
        running=$!
        until [ -n "$(tree_of $running | sed 1d)" ]; do sleep 0.01; done
        stop_tree $running
        tree_of $running
        """;
    return Command.of("sh", "-euc", script).with("COMMAND", command).run().toString();
  }
}
