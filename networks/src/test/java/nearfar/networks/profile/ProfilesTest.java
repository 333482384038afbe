package nearfar.networks.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nearfar.networks.toxiproxy.ToxicPlan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ProfilesTest {

  static Stream<String> names() {
    return Profiles.names().stream();
  }

  @ParameterizedTest
  @MethodSource("names")
  void everyProfileCanBeReadCitesASourceAndCanBeMadeByToxiproxy(String name) {
    Profile profile = Profiles.named(name);
    assertEquals(name, profile.link().name());
    assertFalse(profile.sources().isEmpty());
    ToxicPlan.of(profile.link());
  }

  @Test
  void everyProfileFileIsListed() throws IOException, URISyntaxException {
    var folder = Objects.requireNonNull(Profiles.class.getResource("profiles")).toURI();
    try (Stream<Path> files = Files.list(Path.of(folder))) {
      Set<String> named =
          files
              .map(file -> file.getFileName().toString())
              .filter(file -> file.endsWith(".yaml"))
              .map(file -> file.replace(".yaml", ""))
              .collect(Collectors.toSet());
      assertEquals(named, Set.copyOf(Profiles.names()));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "brodband, broadband",
    "lt, lte",
    "geo-satelite, geo-satellite",
    "geosatellite, geo-satellite"
  })
  void aMisspeltProfileIsAnErrorWithTheNearestName(String misspelt, String meant) {
    String message =
        assertThrows(IllegalArgumentException.class, () -> Profiles.named(misspelt)).getMessage();
    assertTrue(message.startsWith("no profile '" + misspelt + "'"), message);
    assertTrue(message.contains("did you mean " + meant), message);
  }

  @Test
  void aNameLikeNoProfileIsAnErrorThatListsThemAll() {
    String message =
        assertThrows(IllegalArgumentException.class, () -> Profiles.named("xyzzyplugh"))
            .getMessage();
    Profiles.names().forEach(name -> assertTrue(message.contains(name), message));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "title: t\\nsources: [{for: [delay], from: s}]\\ndwn: {delay: 1ms} | p.yaml:3: dwn: is not known; did you mean down?",
        "title: t\\nsources: [{for: [delay], from: s}]\\ndown:\\n  delai: 1ms | p.yaml:4: delai: is not known; did you mean delay?",
        "title: t\\nsources: [{for: [delay], from: s}]\\ndown: {delay: 1} | p.yaml:3: delay: '1' is no duration",
        "title: t\\nsources: [{for: [delay], from: s}]\\ndown: {rate: 0mbit} | p.yaml:3: rate: a rate of 0bit carries nothing",
        "title: t\\nsources: [{for: [delay], from: s}]\\ndown: {jitter: 1ms} | p.yaml:3: jitter: a jitter of 1ms is more than",
        "title: t\\nsources: [{for: [delay], from: s}]\\ndown: {loss: 1%} | p.yaml:3: loss: Toxiproxy passes on streams",
        "title: t\\nsources: [{for: [delay], from: s}]\\ndown: {delay: 1ms, rate: 8kbit} | p.yaml:2: sources: no source is for the rate",
        "title: t\\nsources: [{for: [delay], from: s}] | p.yaml:2: sources: a source is for a delay, and no direction has one",
        "title: t\\nsources: [{for: [dealy], from: s}] | p.yaml:2: for: 'dealy' is no number of a link; did you mean delay?",
        "title: t\\nsources: [{for: [delay]}] | p.yaml:2: from: is missing",
        "title: t\\nsources: [{form: s}] | p.yaml:2: form: is not known; did you mean for or from?",
        "title: t\\nsources: [s] | p.yaml:2: value: wants fields: for, from, here",
        "title: t\\nsources: [] | p.yaml:2: sources: wants a list of one or more",
        "title: t | p.yaml:1: sources: is missing",
        "- a list | p.yaml:1: value: wants fields",
        "title: t\\ntitle: u\\nsources: [s] | p.yaml:2: title: is given twice",
        "title: [ | p.yaml",
      })
  void aFileThatIsNoProfileIsAnErrorThatNamesLineAndField(String yaml, String expected) {
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () -> ProfileReader.read("p", yaml.replace("\\n", "\n")))
            .getMessage();
    assertTrue(message.contains(expected), message);
  }
}
