/** Runs scenarios in labs, by the clock, and hands what was seen to the judge. */
@NullMarked
package nearfar.lab.scenario.run;

import org.jspecify.annotations.NullMarked;
