/**
 * The checker of the workshop's exercises. It draws the runs of a check, and reports what is wrong
 * with the results, with a hint. It does not run the attendee's program; {@code
 * scripts/workshop/check-exercise.sh} does, and passes on the output and exit status of each run.
 */
@NullMarked
package nearfar.checker;

import org.jspecify.annotations.NullMarked;
