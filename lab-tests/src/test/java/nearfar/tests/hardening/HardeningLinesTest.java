package nearfar.tests.hardening;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nearfar.tests.hardening.HardeningLines.Mutant;
import nearfar.tests.support.Command;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each line that hardens the lab is missed when it is gone: it is taken out of the compose file,
 * and the containers are created from what is left and read as {@link HardeningTest} reads the
 * running ones. None of them is ever started.
 */
@Order(1)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HardeningLinesTest {
  private static final Path FILE = Command.sources().resolve("docker-compose.yml");

  /** Parts of lines that harden, and the text in the place of each. */
  private static final Map<String, String> PARTS =
      Map.of(
          "127.0.0.1:${LAN_PORT", "${LAN_PORT",
          "127.0.0.1:${WAN_PORT", "${WAN_PORT",
          "127.0.0.1:${METRICS_PORT", "${METRICS_PORT",
          "-host=wan-api, ", "",
          "/tmp:size=1m,", "/tmp:",
          "mode=1777,noexec", "mode=1777",
          "/prometheus:size=256m,", "/prometheus:",
          "mode=0700,uid=65532,gid=65532,noexec", "mode=0700,uid=65532,gid=65532",
          "driver: json-file", "driver: local");

  private CreatedLab lab;

  @BeforeAll
  void begin() throws IOException {
    lab = new CreatedLab();
  }

  @AfterAll
  void end() throws IOException {
    lab.close();
  }

  @Test
  void nothingIsMissedOfTheFileAsItIs() throws Exception {
    assertEquals(List.of(), missed(lab.create(Files.readString(FILE))));
  }

  @Test
  void everyCommonLineIsKnownToHardenOrNotTo() throws IOException {
    assertEquals(List.of(), lines().unknown());
  }

  private static HardeningLines lines() throws IOException {
    return HardeningLines.of(Files.readString(FILE), PARTS);
  }

  static List<Mutant> mutants() throws IOException {
    return lines().mutants();
  }

  @ParameterizedTest(name = "without {0}")
  @MethodSource("mutants")
  void isMissed(Mutant mutant) throws Exception {
    List<HardeningItem> missed;
    if (mutant.ofNetworks()) {
      // Compose leaves a network alone that is there already.
      try (CreatedLab another = new CreatedLab()) {
        missed = missed(another.create(mutant.file()));
      }
    } else {
      missed = missed(lab.create(mutant.file()));
    }
    System.out.printf("without %s: %s%n", mutant, missed);
    assertFalse(missed.isEmpty(), "nobody noticed");
  }

  private static List<HardeningItem> missed(List<HardeningSubject> subjects) {
    assertFalse(subjects.isEmpty());
    return Stream.of(HardeningItem.values())
        .filter(item -> !subjects.stream().allMatch(item::holdsFor))
        .toList();
  }
}
