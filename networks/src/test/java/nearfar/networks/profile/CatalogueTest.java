package nearfar.networks.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import nearfar.networks.link.Impairment;
import nearfar.networks.link.Link;
import nearfar.networks.link.Rate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The profiles as printed for users and programs. */
class CatalogueTest {
  private static final Path PAGE = Path.of("..", "docs", "profiles.md");

  @Test
  void thereAreFourteenRealProfilesAndMoreBesidesThePerfectOne() {
    List<Profile> real = Profiles.all().subList(1, Profiles.all().size());
    assertTrue(real.size() >= 14, "profiles: " + real.size());
    for (Profile profile : real) {
      assertTrue(profile.link().down().delay().isPositive(), profile.name());
      assertTrue(profile.link().up().delay().isPositive(), profile.name());
    }
  }

  @Test
  void thoseThatEverybodyExpectsAreAmongThem() {
    Set<String> expected =
        Set.of(
            "perfect",
            "broadband",
            "fibre",
            "cable",
            "dsl",
            "wifi-cafe",
            "2g",
            "3g",
            "lte",
            "5g",
            "leo-satellite",
            "geo-satellite",
            "transatlantic",
            "transpacific",
            "congested",
            "dial-up");
    assertTrue(Profiles.names().containsAll(expected), Profiles.names().toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"fibre", "cable", "dsl", "5g", "wifi-cafe", "leo-satellite", "dial-up"})
  void aLinkThatIsSlowerUpThanDownStaysSo(String name) {
    Link link = Profiles.named(name).link();
    assertTrue(bits(link.down()) > bits(link.up()), link.summary());
  }

  @ParameterizedTest
  @ValueSource(strings = {"lte", "wifi-cafe", "leo-satellite", "bufferbloat"})
  void aDirectionHasNumbersOfItsOwn(String name) {
    Link link = Profiles.named(name).link();
    assertNotEquals(
        List.of(link.down().delay(), link.down().jitter()),
        List.of(link.up().delay(), link.up().jitter()));
  }

  @Test
  void aGreetingTakesTheWayDownHereAndTwoRoundTripsOverARealNetwork() {
    Link link =
        new Link(
            "custom",
            Impairment.delay(Duration.ofMillis(100))
                .withJitter(Duration.ofMillis(10))
                .withRate(new Rate(248_000)), // the greeting's 248 bits take 1 ms
            Impairment.delay(Duration.ofMillis(50)));
    assertEquals("91–111 ms", Greeting.here(link).toString());
    assertEquals("281–321 ms", Greeting.real(link).toString());
  }

  @Test
  void theListFitsATerminalAndItsColumnsAreAligned() {
    List<String> lines = Table.text(Profiles.all()).lines().toList();
    lines.forEach(line -> assertTrue(line.length() <= Table.WIDTH, line));
    List<String> rows = lines.subList(0, Profiles.names().size() + 1);
    assertEquals(1, rows.stream().mapToInt(String::length).distinct().count());
    assertTrue(rows.get(1).startsWith("  perfect "), rows.get(1));
  }

  @Test
  void oneProfileIsShownWithEachSourceAndWhatWasDoneToItsNumbers() {
    String sheet = ProfileDetails.text(Profiles.named("lte"));
    sheet.lines().forEach(line -> assertTrue(line.length() <= Table.WIDTH, line));
    String said = sheet.replaceAll("\\s+", " ");
    for (Source source : Profiles.named("lte").sources()) {
      assertTrue(said.contains(source.from()), sheet);
      assertTrue(said.contains("here: " + source.here()), sheet);
    }
  }

  @Test
  void programsGetEveryNumberWithItsSources() {
    JsonObject json = JsonParser.parseString(JsonCatalogue.print(Profiles.all())).getAsJsonObject();
    assertEquals(31, json.get("greeting_bytes").getAsInt());
    JsonArray profiles = json.getAsJsonArray("profiles");
    assertEquals(Profiles.names().size(), profiles.size());
    JsonObject lte = profiles.get(Profiles.names().indexOf("lte")).getAsJsonObject();
    JsonObject up = lte.getAsJsonObject("up");
    assertEquals(35, up.get("delay_ms").getAsDouble());
    assertEquals(15, up.get("jitter_ms").getAsDouble());
    assertEquals(12_000_000, up.get("rate_bits_per_second").getAsLong());
    JsonObject source = lte.getAsJsonArray("sources").get(1).getAsJsonObject();
    assertEquals("[\"jitter\"]", source.get("for").toString());
    assertTrue(source.get("from").getAsString().startsWith("Loadero"), source.toString());
  }

  /** The page contains the output of {@code scripts/lab/profiles.sh --markdown}. */
  @Test
  void theDocumentationShowsTheProfilesAsTheyAre() throws IOException {
    String page = Files.readString(PAGE);
    String begin = "<!-- scripts/lab/profiles.sh --markdown -->\n";
    String end = "<!-- end -->\n";
    String shown = page.substring(page.indexOf(begin) + begin.length(), page.indexOf(end));
    assertEquals(ProfilesCommand.markdown(Profiles.all()), shown);
  }

  private static long bits(Impairment direction) {
    return direction.rate() == null ? Long.MAX_VALUE : direction.rate().bitsPerSecond();
  }
}
