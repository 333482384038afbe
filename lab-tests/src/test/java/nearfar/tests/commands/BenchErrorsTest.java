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

/** The bench rejects wrong variables and folders that it cannot use, and its peers start. */
@EnabledOnOs(OS.LINUX)
class BenchErrorsTest {

  @Test
  void anUnknownPartIsRejectedByName() {
    Command.Ended ended = Command.make("bench", "ONLY=speed").run();
    assertEquals(2, ended.status(), ended::toString);
    assertLinesMatch(
        List.of("  ✘ ONLY=speed is not a part of the bench", "    choose from: .*rate.*"),
        ended.errLines());
  }

  /** Such as a folder of mktemp: the peers run as another user. */
  @Test
  void aFolderThatOtherUsersCannotReadIsRejected(@TempDir Path folder) {
    copySourcesTo(folder);
    Command.Ended ended = Command.of(folder + "/scripts/test/bench.sh").run();
    assertEquals(1, ended.status(), ended::toString);
    assertLinesMatch(
        List.of(
            "  ✘ other users cannot read " + folder + ", and the peers run as another user",
            "    allow it: chmod o+rx " + folder),
        ended.errLines());
  }

  /** nginx writes its process id there, and Netty its native library. */
  @Test
  void aPeerInACloneBelowTmpCanWriteTemporaryFiles(@TempDir Path folder) {
    copySourcesTo(folder);
    String script =
        """
        set -eu
        cd "$0"
        chmod o+rx .
        . scripts/lib/lib.sh
        . bench/lib.sh
        bench_image=nearfar/bench-test-$$:local jdk=''
        trap 'docker rmi "$bench_image" >/dev/null' EXIT
        tar -C bench -c lib.sh | docker import - "$bench_image" >/dev/null
        on_loopback() {
          docker run --network none --user 65532:65532 --log-driver none "$@"
        }
        run_here --rm /usr/bin/touch "$scratch/written"
        """;
    Command.Ended ended = Command.of("sh", "-c", script, folder.toString()).run();
    assertEquals(0, ended.status(), ended::toString);
  }

  private static void copySourcesTo(Path folder) {
    String sources = Command.sources() + "/";
    Command.of("cp", "-R", sources + "scripts", sources + "bench", folder.toString()).run();
  }
}
