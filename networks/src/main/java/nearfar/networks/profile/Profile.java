package nearfar.networks.profile;

import java.util.List;
import nearfar.networks.link.Link;

/**
 * A link that people know by name.
 *
 * @param title a few words that say what it is
 * @param sources where its numbers come from; each number has one
 * @param link the link itself; its name is the profile's
 */
public record Profile(String title, List<Source> sources, Link link) {
  public Profile {
    sources = List.copyOf(sources);
    if (sources.isEmpty()) {
      throw new IllegalArgumentException("a profile cites a source");
    }
    for (LinkParameter figure : LinkParameter.values()) {
      boolean cited = sources.stream().anyMatch(source -> source.figures().contains(figure));
      if (figure.isIn(link) && !cited) {
        throw new IllegalArgumentException("no source is for the " + figure.field());
      }
      if (cited && !figure.isIn(link)) {
        throw new IllegalArgumentException(
            "a source is for a %s, and no direction has one".formatted(figure.field()));
      }
    }
  }

  /** Its name. */
  public String name() {
    return link.name();
  }
}
