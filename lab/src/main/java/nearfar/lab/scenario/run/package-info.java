/** Runs scenarios in labs, and hands the evidence to the judge. */
@NullMarked
package nearfar.lab.scenario.run;

import org.jspecify.annotations.NullMarked;
