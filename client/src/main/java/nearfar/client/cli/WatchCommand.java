package nearfar.client.cli;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import nearfar.client.GreetingClient;
import nearfar.client.JsonLog;
import nearfar.client.LineWriter;
import nearfar.client.TextLog;
import nearfar.client.WarmUp;
import nearfar.client.Watch;
import nearfar.client.WatchLog;
import nearfar.common.cli.Command;
import nearfar.common.cli.OptionSpec;
import nearfar.common.cli.ParsedArguments;
import nearfar.common.cli.Usage;

final class WatchCommand extends Command {

  private enum LogKind {
    TEXT,
    JSON
  }

  private static final OptionSpec<Duration> INTERVAL =
      OptionSpec.value(
          "interval",
          "DURATION",
          "1s",
          Values::duration,
          "From the start of an exchange to the start of the next (now %s). An exchange that takes"
              + " longer leaves beats out, it does not shift them.");

  private static final OptionSpec<Long> COUNT =
      OptionSpec.value(
          "count", "N", null, Values::atLeastOne, "How many exchanges; without it, no end.");

  private static final OptionSpec<LogKind> LOG =
      OptionSpec.value(
          "log",
          "KIND",
          "text",
          WatchCommand::logKind,
          "text or json, one object a line (now %s).");

  private static final Usage USAGE =
      Usage.of(
          "client watch",
          List.of(
              "Connects again and again, a line each: connect time, and greeting time from the start"
                  + " of connect to the last byte, or why there was no greeting.",
              "SIGTERM and Ctrl-C print the totals and end it with exit status 0. With --count: 0 if"
                  + " greeted every time, else 1. 2 for wrong usage."),
          ServerParameters.PARAMETERS,
          Stream.concat(ServerParameters.FLAGS.stream(), Stream.of(INTERVAL, COUNT, LOG)).toList());

  private final Console console;

  WatchCommand(Console console) {
    super(USAGE);
    this.console = console;
  }

  @Override
  protected int run(ParsedArguments given) {
    GreetingClient client = ServerParameters.client(given);
    Duration interval = given.value(INTERVAL);
    Long count = given.valueIfAny(COUNT);
    LogKind logKind = given.value(LOG);
    OptionalLong exchanges = count == null ? OptionalLong.empty() : OptionalLong.of(count);
    WatchLog log = log(logKind, new LineWriter(console.out()));
    Watch watch = new Watch(client, interval, exchanges, log);
    Thread shutdownHook = new Thread(() -> finishAndHalt(watch));
    Runtime.getRuntime().addShutdownHook(shutdownHook);
    try {
      WarmUp.run(client.limits(), out -> log(logKind, out));
      return (watch.run() ? ExitCode.OK : ExitCode.NOT_GREETED).status();
    } finally {
      removeUnlessRunning(shutdownHook);
    }
  }

  private static LogKind logKind(String text) {
    return switch (text) {
      case "text" -> LogKind.TEXT;
      case "json" -> LogKind.JSON;
      default -> throw new IllegalArgumentException("\"" + text + "\" is not text or json");
    };
  }

  private static WatchLog log(LogKind kind, LineWriter out) {
    Clock clock = Clock.systemUTC(); // time of day
    return switch (kind) {
      case TEXT -> new TextLog(out, clock);
      case JSON -> new JsonLog(out, clock);
    };
  }

  // A JVM that a signal ends exits with 143 whatever its hooks do, unless one of them halts it.
  private static void finishAndHalt(Watch watch) {
    try {
      watch.finish();
    } finally {
      Runtime.getRuntime().halt(ExitCode.OK.status());
    }
  }

  static void removeUnlessRunning(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The signal has arrived: the hook ends the process.
    }
  }
}
