package nearfar.client.cli;

import java.util.Arrays;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** One line for what is wrong with the command line: what, whose value it is, where to look. */
final class UsageErrors implements IParameterExceptionHandler {

  @Override
  public int handleParseException(ParameterException error, String[] arguments) {
    CommandLine command = error.getCommandLine();
    String name = command.getCommandSpec().qualifiedName();
    StringBuilder line = new StringBuilder(name).append(": ");
    line.append(what(error));
    if (error.getArgSpec() instanceof OptionSpec option && !stands(option, arguments)) {
      line.append(" (from ").append(EnvironmentDefaults.variableFor(option)).append(')');
    }
    line.append("; see ").append(name).append(" --help");
    command.getErr().println(line);
    return ExitCode.USAGE.status();
  }

  private static String what(ParameterException error) {
    CommandLine command = error.getCommandLine();
    if (error instanceof UnmatchedArgumentException unmatched
        && !unmatched.isUnknownOption()
        && !command.getSubcommands().isEmpty()) {
      return "\"" + unmatched.getUnmatched().getFirst() + "\" is not once, watch or report";
    }
    return String.valueOf(error.getMessage()).replaceAll("\\s+", " ");
  }

  private static boolean stands(OptionSpec option, String[] arguments) {
    return Arrays.stream(option.names())
        .anyMatch(name ->
            Arrays.stream(arguments).anyMatch(a -> a.equals(name) || a.startsWith(name + "=")));
  }
}
