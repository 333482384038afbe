/** The command line: {@link nearfar.client.cli.Client} and a class for each of its commands. */
@NullMarked
package nearfar.client.cli;

import org.jspecify.annotations.NullMarked;
