package nearfar.server;

import java.time.Duration;
import java.util.List;
import nearfar.common.cli.Command;
import nearfar.common.cli.OptionSpec;
import nearfar.common.cli.ParsedArguments;
import nearfar.common.cli.ProgramVersion;
import nearfar.common.cli.Usage;
import nearfar.common.cli.UsageException;

/**
 * The command line of the server: its flags, and the environment variables that stand in for them.
 */
final class ServerCommand extends Command {

  private static final ServerOptions DEFAULTS = ServerOptions.DEFAULTS;

  private static final OptionSpec<String> HOST =
      OptionSpec.value(
          "host",
          "ADDRESS",
          DEFAULTS.host(),
          Values::host,
          "Where to listen (default: 0.0.0.0, every address).");

  private static final OptionSpec<Integer> PORT =
      OptionSpec.value(
          "port",
          "N",
          "" + DEFAULTS.port(),
          Values::port,
          "The port to listen on, 0 for any (default: %s).");

  private static final OptionSpec<Integer> BACKLOG =
      OptionSpec.value(
          "backlog",
          "N",
          "" + DEFAULTS.backlog(),
          Values::backlog,
          "How many clients may wait to be accepted (default: %s).");

  private static final OptionSpec<String> GREETING =
      OptionSpec.value(
          "greeting",
          "TEXT",
          DEFAULTS.greeting().strip(),
          Values::greeting,
          "What to send; a line feed is added (default: %s).");

  private static final OptionSpec<Integer> MAX_CONNECTIONS =
      OptionSpec.value(
          "max-connections",
          "N",
          "" + DEFAULTS.maxConnections(),
          Values::connections,
          "How many clients at once; more are turned away (default: %s).");

  private static final OptionSpec<Long> DRAIN_BYTES =
      OptionSpec.value(
          "drain-bytes",
          "SIZE",
          "" + DEFAULTS.drainBytes(),
          Values::bytes,
          "How much a client may send (default: 64MiB).");

  private static final OptionSpec<Duration> DRAIN_TIME =
      OptionSpec.value(
          "drain-time",
          "TIME",
          DEFAULTS.drainTime().toSeconds() + "s",
          Values::time,
          "How long a client may stay once it is greeted (default: %s).");

  private static final OptionSpec<Duration> STALL_TIME =
      OptionSpec.value(
          "stall-time",
          "TIME",
          DEFAULTS.stallTime().toSeconds() + "s",
          Values::positiveTime,
          "How long a client may leave a large greeting unread (default: %s).");

  private static final OptionSpec<LogFormat> LOG =
      OptionSpec.value(
          "log",
          "FORMAT",
          "text",
          Values::format,
          "How to log to standard output: text or json (default: %s).");

  private static final Usage USAGE =
      Usage.of(
              "server",
              List.of("Sends every client that connects one greeting, and closes."),
              List.of(),
              List.of(
                  HOST,
                  PORT,
                  BACKLOG,
                  GREETING,
                  MAX_CONNECTIONS,
                  DRAIN_BYTES,
                  DRAIN_TIME,
                  STALL_TIME,
                  LOG))
          .withFooter(
              "Every flag is also an environment variable: --max-connections is"
                  + " NEARFAR_MAX_CONNECTIONS.",
              "A flag wins over its variable; an empty variable counts as not set.",
              "",
              "SIGTERM ends the server: no new clients, greetings in flight have 2 s to finish.",
              "Exit status: 0 ended in order, 1 could not listen, 2 wrong usage.",
              "",
              "Is it healthy?  java -cp server.jar nearfar.server.Health");

  /** What a command line that is right leads to. */
  @FunctionalInterface
  interface Service {
    /** Serves to its end; returns the exit status. */
    int run(ServerOptions options, LogFormat log) throws InterruptedException;
  }

  private final Service service;

  ServerCommand(Service service) {
    super(USAGE);
    this.service = service;
  }

  @Override
  protected int run(ParsedArguments given) throws InterruptedException {
    ServerOptions options =
        new ServerOptions(
            given.value(HOST),
            given.value(PORT),
            given.value(BACKLOG),
            given.value(GREETING),
            given.value(MAX_CONNECTIONS),
            given.value(DRAIN_BYTES),
            given.value(DRAIN_TIME),
            given.value(STALL_TIME));
    return service.run(options, given.value(LOG));
  }

  /** What is wrong with the command line, in one line. */
  static String explain(UsageException wrong) {
    return wrong.getMessage() + (wrong.isOfValue() ? "" : " (--help tells the flags)");
  }

  static String version() {
    return "nearfar server " + ProgramVersion.of(ServerCommand.class);
  }
}
