/**
 * The judge of the workshop's exercises: draws what a check asks, and says of what came of it
 * whether that is right, or what went wrong, with a hint. It runs nobody's program; {@code
 * scripts/workshop/check-exercise.sh} does, and tells it what each run printed and how it ended.
 */
@NullMarked
package nearfar.checker;

import org.jspecify.annotations.NullMarked;
