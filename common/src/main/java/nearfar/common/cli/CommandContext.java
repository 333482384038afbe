package nearfar.common.cli;

import java.io.PrintStream;
import java.util.Map;

/**
 * What a command line sees of its process.
 *
 * @param out where help and version go; it is not closed
 * @param environment the variables, of which an empty one counts as not set
 * @param version what {@code --version} prints
 */
public record CommandContext(PrintStream out, Map<String, String> environment, String version) {}
