package nearfar.networks.profile;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import nearfar.common.cli.DidYouMean;
import nearfar.networks.link.Impairment;
import nearfar.networks.link.Link;

/** A parameter of a profile in one or both directions, with a source. */
public enum LinkParameter {
  DELAY,
  JITTER,
  RATE;

  /** Its name in files. */
  public String field() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether the link has such a number in one direction at least. */
  public boolean isIn(Link link) {
    return isIn(link.down()) || isIn(link.up());
  }

  private boolean isIn(Impairment direction) {
    return switch (this) {
      case DELAY -> !direction.delay().isZero();
      case JITTER -> !direction.jitter().isZero();
      case RATE -> direction.rate() != null;
    };
  }

  static List<String> fields() {
    return Arrays.stream(values()).map(LinkParameter::field).toList();
  }

  /**
   * Reads a figure's name.
   *
   * @throws IllegalArgumentException naming the nearest ones
   */
  static LinkParameter parse(String field) {
    return Arrays.stream(values())
        .filter(figure -> figure.field().equals(field))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "'%s' is no number of a link; %s"
                    .formatted(field, DidYouMean.hint(field, fields()))));
  }
}
