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

/** What a crash, or somebody's hand, may have left where the link is kept. */
class DesiredStateFileFuzzTest {
  @TempDir Path folder;

  @Timeout(30)
  @FuzzTest
  void whatIsNotOursIsToldOfAndForgotten(byte[] input) throws IOException {
    DesiredStateFile file = new DesiredStateFile(folder);
    Files.write(folder.resolve("asked.json"), input);
    List<String> told = new ArrayList<>();
    Optional<DesiredState> asked = file.load(told::add);
    assertEquals(asked.isPresent() ? 0 : 1, told.size(), told::toString);
    if (asked.isPresent()) {
      check(asked.get());
      file.save(asked.get());
      assertEquals(asked, file.load(told::add));
    }
  }

  /** The keeper lives on whatever it is given to keep. */
  private static void check(DesiredState asked) {
    ToxicPlan.of(asked.link(), asked.faults());
    new Turns(asked).untilTheNext();
    asked.summary();
  }
}
