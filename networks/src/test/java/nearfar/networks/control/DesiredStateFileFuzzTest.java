package nearfar.networks.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nearfar.networks.toxiproxy.ToxicPlan;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Any content of the state file, as after a crash or an edit. */
class DesiredStateFileFuzzTest {
  @TempDir Path folder;

  @Timeout(30)
  @FuzzTest
  void whatIsNotOursIsToldOfAndForgotten(byte[] input) throws IOException {
    DesiredStateFile file = new DesiredStateFile(folder);
    Files.write(folder.resolve("asked.json"), input);
    List<String> messages = new ArrayList<>();
    Optional<DesiredState> desired = file.load(messages::add);
    assertEquals(desired.isPresent() ? 0 : 1, messages.size(), messages::toString);
    if (desired.isPresent()) {
      check(desired.get());
      file.save(desired.get());
      assertEquals(desired, file.load(messages::add));
    }
  }

  /** The reconciler can work with every state that loads. */
  private static void check(DesiredState desired) {
    ToxicPlan.of(desired.link(), desired.faults());
    new TurnCounter(desired).untilNextTurn();
    desired.summary();
  }
}
