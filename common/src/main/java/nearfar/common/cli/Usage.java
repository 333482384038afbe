package nearfar.common.cli;

import java.util.List;

/**
 * The name, the parameters and the options of a command.
 *
 * @param name as it is typed, with the names of its parent commands
 * @param purpose paragraphs; lists of commands show the first
 * @param commands the names of its subcommands; empty if it has none
 * @param footer lines below the options
 */
public record Usage(
    String name,
    List<String> purpose,
    List<Parameter> parameters,
    List<OptionSpec<?>> flags,
    List<String> commands,
    List<String> footer) {

  /** A command without subcommands. */
  public static Usage of(
      String name, List<String> purpose, List<Parameter> parameters, List<OptionSpec<?>> flags) {
    return new Usage(name, purpose, parameters, flags, List.of(), List.of());
  }

  /** A command with subcommands. */
  public static Usage ofCommands(String name, String purpose, List<String> commands) {
    return new Usage(name, List.of(purpose), List.of(), List.of(), commands, List.of());
  }

  /** The same usage with a footer. */
  public Usage withFooter(String... lines) {
    return new Usage(name, purpose, parameters, flags, commands, List.of(lines));
  }
}
