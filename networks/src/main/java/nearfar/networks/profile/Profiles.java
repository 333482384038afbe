package nearfar.networks.profile;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import nearfar.common.cli.DidYouMean;

/** The profiles that come with the lab. Safe for use by any thread. */
public final class Profiles {
  private Profiles() {}

  /** The names of all profiles, in the order in which they are listed. */
  public static List<String> names() {
    return resource("order.txt").lines().toList();
  }

  /** All profiles, in that order. */
  public static List<Profile> all() {
    return names().stream().map(Profiles::named).toList();
  }

  /**
   * Returns the profile with that name.
   *
   * @throws IllegalArgumentException naming the nearest names, if there is none
   */
  public static Profile named(String name) {
    List<String> names = names();
    if (!names.contains(name)) {
      throw new IllegalArgumentException(
          "no profile '%s'; %s".formatted(name, DidYouMean.hint(name, names)));
    }
    return ProfileReader.read(name, resource(name + ".yaml"));
  }

  private static String resource(String file) {
    try (InputStream stream = Profiles.class.getResourceAsStream("profiles/" + file)) {
      if (stream == null) {
        throw new IllegalStateException("profiles/" + file + " is missing from the program");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
