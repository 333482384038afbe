/** Reports of scenarios and tests, for people and for programs. */
@NullMarked
package nearfar.lab.report;

import org.jspecify.annotations.NullMarked;
