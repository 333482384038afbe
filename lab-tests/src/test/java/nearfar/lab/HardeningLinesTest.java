package nearfar.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import nearfar.lab.HardeningLines.Mutant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each line that hardens the lab is missed when it is gone: it is taken out of the compose file,
 * and the containers are created from what is left and read as {@link HardeningTest} reads the
 * running ones. None of them is ever started.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HardeningLinesTest {
  private static final Path COMPOSE_FILE = Path.of("..", "docker-compose.yml");

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
    assertEquals(List.of(), missed(lab.create(Files.readString(COMPOSE_FILE))));
  }

  @Test
  void everyCommonLineIsKnownToHardenOrNotTo() throws IOException {
    assertEquals(List.of(), HardeningLines.of(Files.readString(COMPOSE_FILE)).unknown());
  }

  static Stream<Mutant> mutants() throws IOException {
    return HardeningLines.of(Files.readString(COMPOSE_FILE)).mutants().stream();
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
