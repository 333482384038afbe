package nearfar.checker;

import java.util.Optional;

/**
 * What is wrong with a program.
 *
 * @param key by which its hints are found
 * @param saw what was seen, in a line
 */
record Finding(String key, String saw) {

  static Optional<Finding> of(String key, String saw) {
    return Optional.of(new Finding(key, saw));
  }

  /** The same of a lesson whose hints for it are its own. */
  Finding as(String other) {
    return new Finding(other, saw);
  }

  /** With where it was seen in front, unless it is the same everywhere. */
  Finding in(String where) {
    return key.startsWith("does-not") ? this : new Finding(key, where + " " + saw);
  }
}
