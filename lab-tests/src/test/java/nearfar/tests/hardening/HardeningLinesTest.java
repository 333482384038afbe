package nearfar.tests.hardening;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nearfar.tests.hardening.HardeningLines.Mutant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each line that hardens the lab is missed when it is gone: it is taken out of the compose file,
 * and the containers are created from what is left and read as {@link HardeningTest} reads the
 * running ones. None of them is ever started.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HardeningLinesTest {
  private final Map<Hardened, CreatedLab> labs = new HashMap<>();

  /** A compose file whose lines harden, and with whom it goes. */
  enum Hardened {
    LAB(
        "docker-compose.yml",
        List.of(),
        Map.of(
            "127.0.0.1:${LAN_PORT", "${LAN_PORT",
            "127.0.0.1:${WAN_PORT", "${WAN_PORT",
            "-host=wan-api, ", "",
            "/tmp:size=1m,", "/tmp:",
            ",noexec", "",
            "driver: json-file", "driver: local")),
    METRICS(
        "scripts/compose/metrics.yml",
        List.of("docker-compose.yml"),
        Map.of(
            "127.0.0.1:${METRICS_PORT", "${METRICS_PORT",
            "/prometheus:size=256m,", "/prometheus:",
            ",gid=65532,noexec\n    volumes", ",gid=65532\n    volumes",
            "driver: json-file", "driver: local"));

    private final String name;

    @SuppressWarnings("ImmutableEnumChecker") // they are, as made above
    private final List<Path> beside;

    @SuppressWarnings("ImmutableEnumChecker")
    private final Map<String, String> parts;

    Hardened(String name, List<String> beside, Map<String, String> parts) {
      this.name = name;
      this.beside = beside.stream().map(Hardened::path).toList();
      this.parts = parts;
    }

    private static Path path(String name) {
      return Path.of("..", name).toAbsolutePath().normalize();
    }

    String text() {
      try {
        return Files.readString(path(name));
      } catch (IOException unreadable) {
        throw new java.io.UncheckedIOException(unreadable);
      }
    }

    HardeningLines lines() {
      return HardeningLines.of(text(), parts);
    }

    CreatedLab lab() {
      try {
        return new CreatedLab(beside);
      } catch (IOException failed) {
        throw new java.io.UncheckedIOException(failed);
      }
    }
  }

  @AfterAll
  void end() throws IOException {
    for (CreatedLab lab : labs.values()) {
      lab.close();
    }
  }

  private CreatedLab labOf(Hardened file) {
    return labs.computeIfAbsent(file, Hardened::lab);
  }

  @ParameterizedTest
  @EnumSource
  void nothingIsMissedOfTheFileAsItIs(Hardened file) throws Exception {
    assertEquals(List.of(), missed(labOf(file).create(file.text())));
  }

  @ParameterizedTest
  @EnumSource
  void everyCommonLineIsKnownToHardenOrNotTo(Hardened file) {
    assertEquals(List.of(), file.lines().unknown());
  }

  static Stream<Arguments> mutants() {
    return Stream.of(Hardened.values())
        .flatMap(file ->
            file.lines().mutants().stream()
                .filter(mutant -> !isInTheImages(file, mutant))
                .map(mutant -> Arguments.of(file, mutant)));
  }

  /** Who measures has images with that user, where they were built here; not where pulled. */
  private static boolean isInTheImages(Hardened file, Mutant mutant) {
    return file == Hardened.METRICS && mutant.what().startsWith("user: ");
  }

  @ParameterizedTest(name = "{0} without {1}")
  @MethodSource("mutants")
  void isMissed(Hardened file, Mutant mutant) throws Exception {
    List<HardeningItem> missed;
    if (mutant.ofNetworks()) {
      // Compose leaves a network alone that is there already.
      try (CreatedLab another = file.lab()) {
        missed = missed(another.create(mutant.file()));
      }
    } else {
      missed = missed(labOf(file).create(mutant.file()));
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
