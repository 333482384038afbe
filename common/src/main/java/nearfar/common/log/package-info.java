/**
 * The events that clients and wan-control log as JSON lines, read back. A program that uses this
 * package has Gson among its own dependencies: programs that read no log are without it.
 */
@NullMarked
package nearfar.common.log;

import org.jspecify.annotations.NullMarked;
