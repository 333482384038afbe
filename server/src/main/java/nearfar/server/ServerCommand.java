package nearfar.server;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;

/**
 * The command line of the server: its flags, and the environment variables that stand in for them.
 */
@Command(
    name = "server",
    description = "Sends every client that connects one greeting, and closes.",
    mixinStandardHelpOptions = true,
    versionProvider = ServerCommand.Version.class,
    sortOptions = false,
    footer = {
      "",
      "Every flag is also an environment variable: --max-connections is NEARFAR_MAX_CONNECTIONS.",
      "A flag wins over its variable; an empty variable counts as not set.",
      "",
      "SIGTERM ends the server: no new clients, greetings in flight have 2 s to finish.",
      "Exit status: 0 ended in order, 1 could not listen, 2 wrong usage.",
      "",
      "Is it healthy?  java -cp server.jar nearfar.server.Health"
    })
final class ServerCommand {

  private static final ServerOptions DEFAULTS = ServerOptions.DEFAULTS;

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      converter = Converters.Host.class,
      description = "Where to listen (default: 0.0.0.0, every address).")
  String host = DEFAULTS.host();

  @Option(
      names = "--port",
      paramLabel = "N",
      converter = Converters.Port.class,
      description = "The port to listen on, 0 for any (default: ${DEFAULT-VALUE}).")
  int port = DEFAULTS.port();

  @Option(
      names = "--backlog",
      paramLabel = "N",
      converter = Converters.Backlog.class,
      description = "How many clients may wait to be accepted (default: ${DEFAULT-VALUE}).")
  int backlog = DEFAULTS.backlog();

  @Option(
      names = "--greeting",
      paramLabel = "TEXT",
      converter = Converters.Greeting.class,
      description = "What to send; a line feed is added (default: ${DEFAULT-VALUE}).")
  String greeting = DEFAULTS.greeting().strip();

  @Option(
      names = "--max-connections",
      paramLabel = "N",
      converter = Converters.Connections.class,
      description = "How many clients at once; more are turned away (default: ${DEFAULT-VALUE}).")
  int maxConnections = DEFAULTS.maxConnections();

  @Option(
      names = "--drain-bytes",
      paramLabel = "SIZE",
      converter = Converters.Bytes.class,
      description = "How much a client may send (default: 64MiB).")
  long drainBytes = DEFAULTS.drainBytes();

  @Option(
      names = "--drain-time",
      paramLabel = "TIME",
      converter = Converters.Time.class,
      description = "How long a client may stay once it is greeted (default: 5s).")
  Duration drainTime = DEFAULTS.drainTime();

  @Option(
      names = "--stall-time",
      paramLabel = "TIME",
      converter = Converters.PositiveTime.class,
      description = "How long a client may leave a large greeting unread (default: 30s).")
  Duration stallTime = DEFAULTS.stallTime();

  @Option(
      names = "--log",
      paramLabel = "FORMAT",
      converter = Converters.Format.class,
      description = "How to log to standard output: text or json (default: text).")
  LogFormat log = LogFormat.TEXT;

  /** A command line that reads variables from {@code environment}. */
  static CommandLine commandLine(Map<String, String> environment) {
    CommandLine commandLine = new CommandLine(new ServerCommand());
    commandLine.setDefaultValueProvider(
        arg -> arg instanceof OptionSpec option ? valueOf(option, environment) : null);
    return commandLine;
  }

  ServerOptions options() {
    return new ServerOptions(
        host, port, backlog, greeting, maxConnections, drainBytes, drainTime, stallTime);
  }

  /** What is wrong with the command line, in one line. */
  static String explain(ParameterException problem, String... args) {
    if (problem.getCause() instanceof TypeConversionException wrong
        && problem.getArgSpec() instanceof OptionSpec option) {
      return oneLine(source(option, args) + ": " + wrong.getMessage());
    }
    return oneLine(problem.getMessage() + " (--help tells the flags)");
  }

  /** Where a wrong value came from: the flag, or the variable where there was no such flag. */
  private static String source(OptionSpec option, String... args) {
    String flag = option.longestName();
    for (String arg : args) {
      if (arg.equals(flag) || arg.startsWith(flag + "=")) {
        return flag;
      }
    }
    return variable(option);
  }

  /** Picocli puts variables into default values; a dollar stands for itself when it is doubled. */
  private static @Nullable String valueOf(OptionSpec option, Map<String, String> environment) {
    String value = environment.get(variable(option));
    return value == null || value.isEmpty() ? null : value.replace("$", "$$");
  }

  private static String variable(OptionSpec option) {
    return "NEARFAR_"
        + option.longestName().substring(2).replace('-', '_').toUpperCase(Locale.ROOT);
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\s+", " ");
  }

  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = ServerCommand.class.getPackage().getImplementationVersion();
      return new String[] {"server " + (version == null ? "(not packaged)" : version)};
    }
  }
}
