/**
 * The command lines of the lab's programs: options and the variables that replace them, commands,
 * help, and usage errors in one line. A run builds and loads only the command that it needs,
 * without reflection, because a lab starts its programs often.
 */
@NullMarked
package nearfar.common.cli;

import org.jspecify.annotations.NullMarked;
