/** The command that runs scenario files: {@code make scenario}. */
@NullMarked
package nearfar.lab.scenario.cli;

import org.jspecify.annotations.NullMarked;
