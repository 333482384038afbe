package nearfar.common.cli;

import java.util.List;

/**
 * What a command is called and takes.
 *
 * @param name as it is typed, with the names of those that it is a command of
 * @param purpose paragraphs, the first of which lists of commands show
 * @param commands the names of its own commands; empty if it has none
 * @param footer lines below the options
 */
public record Usage(
    String name,
    List<String> purpose,
    List<Parameter> parameters,
    List<OptionSpec<?>> flags,
    List<String> commands,
    List<String> footer) {

  /** A command that does something itself. */
  public static Usage of(
      String name, List<String> purpose, List<Parameter> parameters, List<OptionSpec<?>> flags) {
    return new Usage(name, purpose, parameters, flags, List.of(), List.of());
  }

  /** A command that has commands. */
  public static Usage ofCommands(String name, String purpose, List<String> commands) {
    return new Usage(name, List.of(purpose), List.of(), List.of(), commands, List.of());
  }

  /** The same with these lines below. */
  public Usage withFooter(String... lines) {
    return new Usage(name, purpose, parameters, flags, commands, List.of(lines));
  }
}
