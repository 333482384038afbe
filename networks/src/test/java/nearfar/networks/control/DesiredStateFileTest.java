package nearfar.networks.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nearfar.networks.fault.Faults;
import nearfar.networks.fault.Flapping;
import nearfar.networks.fault.Partition;
import nearfar.networks.link.Impairment;
import nearfar.networks.link.Link;
import nearfar.networks.link.Rate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DesiredStateFileTest {
  private static final Link LINK =
      new Link("custom", Impairment.parse("20ms~5ms", Rate.parse("1.6mbit")), Impairment.NONE);

  @TempDir Path folder = Path.of("");

  private final List<String> messages = new ArrayList<>();

  @Test
  void whatWasSavedIsLoadedAgain() throws IOException {
    DesiredState desired =
        DesiredState.first(LINK, Faults.NONE, "custom DOWN=20ms~5ms")
            .then(
                LINK,
                new Faults(
                    List.of(
                        new Flapping(Duration.ofSeconds(2), Duration.ofMillis(100), 4711L),
                        new Partition(List.of("client-wan-2")))));
    new DesiredStateFile(folder).save(desired);
    assertEquals(Optional.of(desired), new DesiredStateFile(folder).load(messages::add));
  }

  @Test
  void aSaveSyncsTheFileBeforeItHasTheNameAndTheFolderAfterwards() throws IOException {
    List<String> steps = new ArrayList<>();
    DesiredStateFile.Disk disk =
        new DesiredStateFile.Disk() {
          @Override
          public void write(Path file, String text) {
            steps.add("write " + folder.relativize(file));
          }

          @Override
          public void move(Path from, Path to) {
            steps.add("move " + folder.relativize(from) + " to " + folder.relativize(to));
          }

          @Override
          public void syncFolder(Path synced) {
            steps.add("sync the folder " + synced.equals(folder));
          }
        };
    new DesiredStateFile(folder, disk).save(DesiredState.first(LINK, Faults.NONE, "lte"));
    assertEquals(
        List.of(
            "write asked.json.next", "move asked.json.next to asked.json", "sync the folder true"),
        steps);
  }

  @Test
  void theLastThatWasSavedCounts() throws IOException {
    DesiredStateFile file = new DesiredStateFile(folder);
    file.save(DesiredState.first(LINK, Faults.NONE, "lte"));
    file.save(DesiredState.first(LINK, Faults.parse("refused"), "lte"));
    assertEquals(Faults.parse("refused"), file.load(messages::add).orElseThrow().faults());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "{}", "{\"name\":\"x\"}", "null"})
  void aFileThatIsNotOursIsNoOrderAndIsToldOf(String text) throws IOException {
    Files.writeString(folder.resolve("asked.json"), text);
    assertEquals(Optional.empty(), new DesiredStateFile(folder).load(messages::add));
    assertEquals(1, messages.size());
  }

  @Test
  void aFileThatIsNoTextIsNoOrderAndIsToldOf() throws IOException {
    Files.write(folder.resolve("asked.json"), new byte[] {'{', (byte) 0x90});
    assertEquals(Optional.empty(), new DesiredStateFile(folder).load(messages::add));
    assertEquals(1, messages.size());
  }

  @Test
  void afterARestartOfTheHostWhatWasAskedIsAskedSinceNow() throws IOException {
    DesiredState saved = DesiredState.first(LINK, Faults.NONE, "lte");
    String ofAnEarlierBoot =
        saved
            .toJson()
            .toString()
            .replace(Long.toString(saved.sinceNanos()), Long.toString(Long.MAX_VALUE));
    Files.writeString(folder.resolve("asked.json"), ofAnEarlierBoot);
    assertTrue(
        new DesiredStateFile(folder).load(messages::add).orElseThrow().sinceNanos()
            <= System.nanoTime());
  }
}
