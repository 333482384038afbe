package nearfar.common.cli;

import org.apache.commons.cli.Options;

/** Options with two dashes; the library also accepts one. */
final class TwoDashes extends Options {
  private static final long serialVersionUID = 1;

  @Override
  public boolean hasLongOption(String given) {
    return given.startsWith("--") && !given.startsWith("---") && super.hasLongOption(given);
  }

  /** A name of one letter; the library also stores long names here that have no short one. */
  @Override
  public boolean hasShortOption(String given) {
    return given.length() == 1 && super.hasShortOption(given);
  }
}
