package nearfar.checker;

import java.util.List;
import java.util.Optional;

/** An exercise with its figures drawn: they are the same as long as the seed is. Immutable. */
interface Exercise {

  /** What is to be run. */
  Plan plan();

  /**
   * What is wrong with a program, if anything is.
   *
   * @param runs as many steps of the plan as were run, in its order: the check stops behind one
   *     that ended badly
   */
  Optional<Finding> judge(List<Run> runs);

  /** How the judge's own server treats those who connect, in the step counted from 0. */
  default Treatment treatment(int step) {
    throw new IllegalArgumentException(
        "step " + step + " of this exercise has no server of its own");
  }
}
