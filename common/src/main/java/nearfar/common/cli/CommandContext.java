package nearfar.common.cli;

import java.io.PrintStream;
import java.util.Map;

/**
 * The parts of a process that a command uses.
 *
 * @param out where help and version go; it is not closed
 * @param environment the variables, of which an empty one counts as not set
 * @param version what {@code --version} prints
 */
public record CommandContext(PrintStream out, Map<String, String> environment, String version) {}
