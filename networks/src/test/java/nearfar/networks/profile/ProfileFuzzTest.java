package nearfar.networks.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import nearfar.networks.link.Impairment;
import org.junit.jupiter.api.Timeout;

/** The file of a profile, with any content. */
class ProfileFuzzTest {
  private static final Pattern PLACE =
      Pattern.compile("(?s)some\\.yaml(:\\d+: | is empty|: no YAML: ).*");

  @Timeout(30)
  @FuzzTest
  void aFileIsReadOrRefusedWithItsNameAndTheLine(byte[] input) {
    Profile profile;
    try {
      profile = ProfileReader.read("some", new String(input, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException refused) {
      String message = String.valueOf(refused.getMessage());
      assertEquals(IllegalArgumentException.class, refused.getClass(), message);
      assertTrue(PLACE.matcher(message).matches(), message);
      return;
    }
    assertEquals("some", profile.name());
    check(profile.link().down());
    check(profile.link().up());
  }

  private static void check(Impairment way) {
    String printed = way.withRate(null).toString().replace(" ±", "~");
    assertEquals(way, Impairment.parse(printed, way.rate()));
  }
}
