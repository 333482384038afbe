package nearfar.tests.commands;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import nearfar.tests.support.Command;
import nearfar.tests.support.FewTools;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Locks of the commands, on systems with flock and without. */
class LockTest {
  private static final String PREPARED =
      """
      REPO=$PWD
      export REPO
      . scripts/lib/lib.sh
      . scripts/lib/lock.sh
      cd "$PLACE"
      another() { # another command of this folder
        sh -euc '. "$REPO/scripts/lib/lib.sh"; . "$REPO/scripts/lib/lock.sh"; take_lock lab; eval "$1"' sh "$1"
      }
      """;

  @TempDir Path place;

  @ParameterizedTest(name = "flock {0}")
  @ValueSource(booleans = {true, false})
  void aLockIsFreeAfterItsOwnerWasKilledAndAnotherProcessHasItsNumber(boolean flock)
      throws IOException {
    String script =
        """
        another 'kill -9 $$' 2>/dev/null || :
        for link in $(find target -type l); do
          owner=$(ls -l "$link" | sed 's/.* -> //')
          rm "$link" # process 1 is alive everywhere
          ln -s "$(echo "$owner" | sed "s/^[0-9]*/1/")" "$link"
        done
        take_lock lab
        echo taken
        release_lock
        """;
    assertEquals("status 0\ntaken\n", run(script, flock).toString());
  }

  @ParameterizedTest(name = "flock {0}")
  @ValueSource(booleans = {true, false})
  void oneCommandAtATimeHoldsALock(boolean flock) throws IOException {
    String script =
        """
        echo 0 >count
        for one in 1 2 3 4 5; do
          another 'count=$(cat count); sleep 0.05; echo $((count + 1)) >count; release_lock' >/dev/null &
        done
        wait
        cat count
        """;
    assertEquals("status 0\n5\n", run(script, flock).toString());
  }

  @ParameterizedTest(name = "flock {0}")
  @ValueSource(booleans = {true, false})
  void aCommandThatWaitsNamesTheOwnerOfTheLock(boolean flock) throws IOException {
    String script =
        """
        take_lock lab
        : >said
        another release_lock >>said &
        until grep -q "process $$" said; do sleep 0.05; done
        release_lock
        wait
        """;
    assertEquals("status 0\n", run(script, flock).toString());
  }

  /** Runs it in the folder of this test. */
  private Command.Ended run(String script, boolean flock) throws IOException {
    try (FewTools tools = flock ? FewTools.link("timeout", "flock") : FewTools.link("timeout")) {
      return Command.of("timeout", "20", "sh", "-euc", PREPARED + script)
          .with("PATH", tools.path())
          .with("PLACE", place.toString())
          .run();
    }
  }
}
