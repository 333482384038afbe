package nearfar.client.cli;

import java.time.Clock;
import java.time.Duration;
import java.util.OptionalLong;
import nearfar.client.GreetingClient;
import nearfar.client.JsonLog;
import nearfar.client.LineOutput;
import nearfar.client.TextLog;
import nearfar.client.WarmUp;
import nearfar.client.Watch;
import nearfar.client.WatchLog;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "watch",
    mixinStandardHelpOptions = true,
    description = {
      "Connects again and again, a line each: connect time, and greeting time from the start of"
          + " connect to the last byte, or why there was no greeting.",
      "SIGTERM and Ctrl-C print the totals and end it with exit status 0. With --count: 0 if"
          + " greeted every time, else 1. 2 for wrong usage."
    })
final class WatchCommand extends ClientCommand {

  enum LogKind {
    text,
    json
  }

  @Mixin private final ServerParameters server = new ServerParameters();

  @Option(
      names = "--interval",
      paramLabel = "DURATION",
      defaultValue = "1s",
      converter = Converters.InRange.class,
      description =
          "From the start of an exchange to the start of the next (now ${DEFAULT-VALUE}). An"
              + " exchange that takes longer leaves beats out, it does not shift them.")
  private Duration interval = Duration.ofSeconds(1);

  @Option(
      names = "--count",
      paramLabel = "N",
      converter = Converters.AtLeastOne.class,
      description = "How many exchanges; without it, no end.")
  private @Nullable Long count;

  @Option(
      names = "--log",
      paramLabel = "KIND",
      defaultValue = "text",
      description = "text or json, one object a line (now ${DEFAULT-VALUE}).")
  private LogKind logKind = LogKind.text;

  WatchCommand(Console console) {
    super(console);
  }

  @Override
  public ExitCode run() {
    GreetingClient client = server.client();
    OptionalLong exchanges = count == null ? OptionalLong.empty() : OptionalLong.of(count);
    Watch watch = new Watch(client, interval, exchanges, logTo(new LineOutput(console().out())));
    Thread atTheSignal = new Thread(() -> finishAndHalt(watch));
    Runtime.getRuntime().addShutdownHook(atTheSignal);
    try {
      WarmUp.run(server.limits(), this::logTo);
      return watch.run() ? ExitCode.OK : ExitCode.NOT_GREETED;
    } finally {
      removeUnlessRunning(atTheSignal);
    }
  }

  private WatchLog logTo(LineOutput out) {
    return switch (logKind) {
      case text -> new TextLog(out, Clock.systemUTC());
      case json -> new JsonLog(out, Clock.systemUTC());
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

  private static void removeUnlessRunning(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The signal has come: the hook has the last word.
    }
  }
}
