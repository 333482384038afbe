package nearfar.tests.commands;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertLinesMatch;

import java.nio.file.Path;
import java.util.List;
import nearfar.tests.support.Command;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A bench that could not measure what it is to is refused before it begins. */
@EnabledOnOs(OS.LINUX)
class BenchErrorsTest {

  @Test
  void whatIsNotMeasuredIsRefusedByName() {
    Command.Ended ended = Command.make("bench", "ONLY=speed").run();
    assertEquals(2, ended.status(), ended::toString);
    assertLinesMatch(
        List.of("  ✘ ONLY=speed is nothing that is measured", "    give some of: .*rate.*"),
        ended.errLines());
  }

  /** As one that mktemp made: the peers run as nobody in particular. */
  @Test
  void aFolderThatOthersMayNotReadIsRefused(@TempDir Path folder) {
    String sources = Command.sources() + "/";
    Command.of("cp", "-R", sources + "scripts", sources + "bench", folder.toString()).run();
    Command.Ended ended = Command.of(folder + "/scripts/test/bench.sh").run();
    assertEquals(1, ended.status(), ended::toString);
    assertLinesMatch(
        List.of(
            "  ✘ others may not read " + folder + ", and so the peers could not start",
            "    let them: chmod o+rx " + folder),
        ended.errLines());
  }
}
