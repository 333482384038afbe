package nearfar.checker;

import java.util.List;
import java.util.Optional;

/** An exercise with its random numbers drawn: the same seed gives the same numbers. Immutable. */
interface Exercise {

  /** The runs of the check. */
  Plan plan();

  /**
   * Checks a program's runs; returns what is wrong, if anything is.
   *
   * @param runs the runs of the first steps of the plan, in order: the check stops after a run that
   *     failed
   */
  Optional<Finding> check(List<Run> runs);

  /** What the checker's server does in a step, counted from 0. */
  default ServerScript serverScript(int step) {
    throw new IllegalArgumentException(
        "step " + step + " of this exercise does not use the checker's server");
  }
}
