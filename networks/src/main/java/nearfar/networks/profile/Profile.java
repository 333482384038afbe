package nearfar.networks.profile;

import java.util.List;
import nearfar.networks.link.Link;

/**
 * A link that people know by name.
 *
 * @param title one line that says what it is
 * @param sources where its numbers come from, one or more
 * @param link the link itself; its name is the profile's
 */
public record Profile(String title, List<String> sources, Link link) {
  public Profile {
    if (sources.isEmpty()) {
      throw new IllegalArgumentException("profile '%s' cites no source".formatted(link.name()));
    }
    sources = List.copyOf(sources);
  }
}
