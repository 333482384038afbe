package nearfar.checker;

import java.util.Optional;

/**
 * What is wrong with a program.
 *
 * @param key the key of its hints
 * @param saw what the check saw, in a line
 */
record Finding(String key, String saw) {

  static Optional<Finding> of(String key, String saw) {
    return Optional.of(new Finding(key, saw));
  }

  /** The same finding with the hints of another key. */
  Finding as(String other) {
    return new Finding(other, saw);
  }

  /** The same finding, beginning with where it was seen, unless that makes no difference. */
  Finding in(String where) {
    return key.startsWith("does-not") ? this : new Finding(key, where + " " + saw);
  }
}
