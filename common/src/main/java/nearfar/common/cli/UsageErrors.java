package nearfar.common.cli;

import java.util.List;
import org.apache.commons.cli.MissingArgumentException;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;
import org.apache.commons.cli.UnrecognizedOptionException;

/** Error messages for a wrong command line. */
final class UsageErrors {

  private UsageErrors() {}

  static String inWords(ParseException found, Options options) {
    return switch (found) {
      case UnrecognizedOptionException unknown -> unknown(unknown.getOption(), options);
      case MissingArgumentException missing -> missing(missing.getOption());
      default -> String.valueOf(found.getMessage());
    };
  }

  /** The message for a wrong number of arguments. */
  static String inNumber(List<Parameter> parameters, List<String> arguments) {
    if (arguments.size() >= parameters.size()) {
      return "Unexpected argument: '" + arguments.get(parameters.size()) + "'";
    }
    List<String> missing =
        parameters.stream()
            .skip(arguments.size())
            .filter(each -> each.least() > 0)
            .map(each -> "'" + each.label() + "'")
            .toList();
    return (missing.size() == 1 ? "Missing required parameter: " : "Missing required parameters: ")
        + String.join(", ", missing);
  }

  /** The message for an unknown subcommand. */
  static String inCommand(String given, List<String> commands) {
    return "\"" + given + "\" is not " + inWords(commands) + hint(given, "", commands);
  }

  /** Such as {@code once, watch or report}. */
  static String inWords(List<String> names) {
    int last = names.size() - 1;
    return String.join(", ", names.subList(0, last)) + " or " + names.get(last);
  }

  private static String missing(Option option) {
    String flag = "--" + option.getLongOpt();
    return "option '" + flag + "' lacks its value: " + flag + "=" + option.getArgName();
  }

  private static String unknown(String given, Options options) {
    String flag = given.split("=", 2)[0];
    if (options.hasLongOption(flag)) {
      return "option '" + flag + "' takes no value, as in '" + given + "'";
    }
    List<String> names = options.getOptions().stream().map(Option::getLongOpt).toList();
    return "Unknown option: '" + given + "'" + hint(flag.replaceFirst("^-+", ""), "--", names);
  }

  private static String hint(String given, String dashes, List<String> names) {
    return DidYouMean.of(given, names).stream()
        .findFirst()
        .map(nearest -> "; did you mean " + dashes + nearest + "?")
        .orElse("");
  }
}
