package nearfar.common.cli;

import org.apache.commons.cli.Options;

/** Options whose names stand behind two dashes; the library would also take them behind one. */
final class TwoDashes extends Options {
  private static final long serialVersionUID = 1;

  @Override
  public boolean hasLongOption(String given) {
    return given.startsWith("--") && !given.startsWith("---") && super.hasLongOption(given);
  }

  /** A name of one letter: the library files long ones without a short one here, too. */
  @Override
  public boolean hasShortOption(String given) {
    return given.length() == 1 && super.hasShortOption(given);
  }
}
