package nearfar.checker;

/**
 * What counts as right for a number that was measured.
 *
 * @param least sharp: nothing is quicker than the link
 * @param most generous: the machine may be busy
 */
record Window(double least, double most) {

  boolean holds(double value) {
    return value >= least && value <= most;
  }

  /** Whether it would be right in a unit so many times as large. */
  boolean holdsTimes(double value, double factor) {
    return holds(value * factor);
  }
}
