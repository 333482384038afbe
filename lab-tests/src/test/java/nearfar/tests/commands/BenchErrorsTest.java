package nearfar.tests.commands;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertLinesMatch;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
    Command.Ended ended = inCloneAt(folder, "run_here --rm /usr/bin/touch \"$scratch/written\"");
    assertEquals(0, ended.status(), ended::toString);
  }

  @Test
  void aPeerThatDoesNotStartHasItsReason(@TempDir Path folder) {
    Command.Ended ended = inCloneAt(folder, "start_peer /missing || :; why_missing");
    assertTrue(ended.out().contains("/missing: no such file"), ended::toString);
    ended =
        inCloneAt(
            folder,
            "start_peer /usr/bin/cat /missing; docker wait \"$peer_container\" >/dev/null; why_missing");
    assertTrue(ended.out().contains("/missing: No such file"), ended::toString);
  }

  /**
   * Runs a command with the functions of the bench and an empty image, in a copy of the sources.
   */
  private static Command.Ended inCloneAt(Path folder, String command) {
    copySourcesTo(folder);
    String script =
        """
        set -eu
        cd "$0"
        chmod o+rx .
        . scripts/lib/lib.sh
        . bench/lib.sh
        bench_image=nearfar/bench-test-$$:local jdk='' logs=.
        clean_up() {
          remove_labelled nearfar.bench
          docker rmi "$bench_image" >/dev/null
        }
        trap clean_up EXIT
        tar -C bench -c lib.sh | docker import - "$bench_image" >/dev/null
        on_loopback() {
          docker run --network none --user 65532:65532 --label "nearfar.bench=$$" "$@"
        }
        """;
    return Command.of("sh", "-c", script + command, folder.toString()).run();
  }

  private static void copySourcesTo(Path folder) {
    String sources = Command.sources() + "/";
    Command.of("cp", "-R", sources + "scripts", sources + "bench", folder.toString()).run();
  }
}
