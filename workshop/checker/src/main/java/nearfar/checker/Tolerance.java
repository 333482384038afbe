package nearfar.checker;

/**
 * The range in which a measured number counts as right.
 *
 * @param least exact: nothing is faster than the link
 * @param most generous: the machine may be busy
 */
record Tolerance(double least, double most) {

  boolean holds(double value) {
    return value >= least && value <= most;
  }

  /** Whether the value is right after a change of unit by this factor. */
  boolean holdsTimes(double value, double factor) {
    return holds(value * factor);
  }
}
