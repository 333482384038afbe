/**
 * The command lines of the lab's programs: options that variables can stand in for, commands, help,
 * and usage errors in one line. Only what one run needs is built and loaded, without reflection,
 * since a lab starts its programs often.
 */
@NullMarked
package nearfar.common.cli;

import org.jspecify.annotations.NullMarked;
