package nearfar.tests.commands;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import java.util.List;
import nearfar.networks.profile.Profiles;
import nearfar.tests.support.Command;
import org.junit.jupiter.api.Test;

/** {@code make profiles}, where no lab is up. */
class ProfilesListTest {

  @Test
  void allProfilesAreListedInTheirOrder() {
    Command.Ended list = Command.make("profiles").run();
    assertEquals(0, list.status(), list.toString());
    List<String> names =
        list.out()
            .lines()
            .skip(1)
            .takeWhile(line -> !line.isEmpty())
            .map(line -> line.strip().replaceAll(" .*", ""))
            .toList();
    assertEquals(Profiles.names(), names);
  }

  @Test
  void oneIsShownWithItsSourcesAndToProgramsLikewise() {
    Command.Ended shown = Command.make("profiles", "PROFILE=lte").run();
    assertEquals(0, shown.status(), shown.toString());
    assertTrue(shown.out().contains("  source    jitter: "), shown.toString());

    Command.Ended json = Command.make("-s", "profiles", "JSON=1", "PROFILE=lte").run();
    assertEquals(0, json.status(), json.toString());
    assertEquals(
        1, JsonParser.parseString(json.out()).getAsJsonObject().getAsJsonArray("profiles").size());
  }

  @Test
  void aNameThatIsNoneIsRefusedWithTheNearest() {
    Command.Ended refused = Command.make("profiles", "PROFILE=ltte").run();
    assertEquals(2, refused.status(), refused.toString());
    assertEquals(
        List.of("  ✘ no profile 'ltte'; did you mean lte?", "    see: make profiles"),
        refused.errLines());
  }
}
