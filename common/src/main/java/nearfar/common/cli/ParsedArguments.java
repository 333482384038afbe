package nearfar.common.cli;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;
import org.jspecify.annotations.Nullable;

/**
 * The values from the command line, and from the environment for options that it lacks. Immutable.
 */
public final class ParsedArguments {

  private final Usage usage;
  private final CommandLine line;
  private final Map<String, String> environment;

  private ParsedArguments(Usage usage, CommandLine line, Map<String, String> environment) {
    this.usage = usage;
    this.line = line;
    this.environment = environment;
  }

  /**
   * Parses the words.
   *
   * @throws UsageException if there is an option that the command does not know, or one twice, or
   *     one without its value
   */
  static ParsedArguments parse(Usage usage, String[] words, Map<String, String> environment) {
    Options options = new TwoDashes();
    options.addOption(Option.builder("h").longOpt("help").get());
    options.addOption(Option.builder("V").longOpt("version").get());
    for (OptionSpec<?> flag : usage.flags()) {
      options.addOption(flag.option());
    }
    DefaultParser parser =
        DefaultParser.builder()
            .setAllowPartialMatching(false)
            .setStripLeadingAndTrailingQuotes(false)
            .get();
    CommandLine line;
    try {
      line = parser.parse(options, words);
    } catch (ParseException e) {
      throw new UsageException(usage, false, UsageErrors.inWords(e, options));
    }
    Set<String> names = new HashSet<>();
    for (Option option : line.getOptions()) {
      if (!names.add(option.getLongOpt())) {
        String message = "option '--" + option.getLongOpt() + "' should be specified only once";
        throw new UsageException(usage, false, message);
      }
    }
    return new ParsedArguments(usage, line, environment);
  }

  boolean has(String name) {
    return line.hasOption(name);
  }

  /**
   * Requires the number of arguments that the command takes.
   *
   * @throws UsageException if there are more arguments than the command takes, or fewer
   */
  void requireParameters() {
    int least = 0;
    long most = 0;
    for (Parameter parameter : usage.parameters()) {
      least += parameter.least();
      most += parameter.most();
    }
    List<String> arguments = line.getArgList();
    if (arguments.size() < least || arguments.size() > most) {
      throw new UsageException(usage, false, UsageErrors.inNumber(usage.parameters(), arguments));
    }
  }

  /** The environment variables of the process. */
  public Map<String, String> environment() {
    return environment;
  }

  /** The arguments that are not options. */
  public List<String> arguments() {
    return List.copyOf(line.getArgList());
  }

  /**
   * The value of a parameter, counted from 0.
   *
   * @throws UsageException if the reader refuses its text
   */
  public <T> T argument(int index, Function<String, T> reader) {
    return read(usage.parameters().get(index).label(), line.getArgList().get(index), reader);
  }

  /**
   * The value of an option that always has one.
   *
   * @throws UsageException if its reader refuses its text
   * @throws NullPointerException if it is not given and has no preset
   */
  public <T> T value(OptionSpec<T> flag) {
    return Objects.requireNonNull(valueIfAny(flag));
  }

  /**
   * The value of an option, or null if it is not given and has no preset.
   *
   * @throws UsageException if its reader refuses its text
   */
  public <T> @Nullable T valueIfAny(OptionSpec<T> flag) {
    if (line.hasOption(flag.name())) {
      String text = flag.label() == null ? "1" : line.getOptionValue(flag.name());
      return read("--" + flag.name(), text, flag.reader());
    }
    String text = otherwise(flag);
    return text == null ? null : read(String.valueOf(flag.variable()), text, flag.reader());
  }

  /** Whether an option is set, on the command line or by its variable. */
  public boolean isGiven(OptionSpec<?> flag) {
    return line.hasOption(flag.name()) || variable(flag) != null;
  }

  /** The text of an option that is not on the command line. */
  @Nullable String otherwise(OptionSpec<?> flag) {
    String variable = variable(flag);
    return variable == null ? flag.preset() : variable;
  }

  private @Nullable String variable(OptionSpec<?> flag) {
    String variable = flag.variable() == null ? null : environment.get(flag.variable());
    return variable == null || variable.isEmpty() ? null : variable;
  }

  private <T> T read(String source, String text, Function<String, T> reader) {
    try {
      return reader.apply(text);
    } catch (IllegalArgumentException e) {
      throw new UsageException(usage, true, source + ": " + e.getMessage());
    }
  }
}
