/** From what was seen in a lab to what was expected of it: a verdict for each expectation. */
@NullMarked
package nearfar.lab.scenario.judge;

import org.jspecify.annotations.NullMarked;
