package nearfar.client.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import nearfar.client.GreetingClient;
import nearfar.client.LineOutput;
import nearfar.client.Reason;
import nearfar.client.openloop.JsonResult;
import nearfar.client.openloop.Memory;
import nearfar.client.openloop.OpenLoop;
import nearfar.client.openloop.OpenLoopPlan;
import nearfar.client.openloop.OpenLoopProgress;
import nearfar.client.openloop.OpenLoopResult;
import nearfar.client.openloop.OpenLoopWarmUp;
import nearfar.client.openloop.ResourceLimits;
import nearfar.client.openloop.TextResult;
import nearfar.common.cli.Command;
import nearfar.common.cli.OptionSpec;
import nearfar.common.cli.ParsedArguments;
import nearfar.common.cli.Usage;

final class OpenLoopCommand extends Command {

  private static final Duration LAST_WORDS = Duration.ofSeconds(5);
  private static final Duration DEFAULT_INTERVAL = Duration.ofSeconds(10);

  private static final OptionSpec<Integer> CLIENTS =
      OptionSpec.value(
          "clients",
          "N",
          "1000",
          Values::clients,
          "How many clients take turns, 1 to 20000 (now %s).");

  private static final OptionSpec<Duration> FOR =
      OptionSpec.value(
          "for", "DURATION", "10s", Values::lasting, "How long it lasts, at most 1h (now %s).");

  private static final OptionSpec<Double> RATE =
      OptionSpec.value(
          "rate",
          "PER-SECOND",
          null,
          Values::rate,
          "How many greetings a second all clients together ask for, at most 100000.");

  private static final OptionSpec<Duration> INTERVAL =
      OptionSpec.value(
          "interval",
          "DURATION",
          null,
          Values::duration,
          "In place of --rate: from one appointment of a client to its next; 10s where neither is given.");

  private static final OptionSpec<Duration> RAMP =
      OptionSpec.value(
          "ramp",
          "DURATION",
          null,
          Values::duration,
          "How long the rate grows evenly from nothing, within --for.");

  private static final OptionSpec<Boolean> JSON =
      OptionSpec.toggle("json", "One JSON object in place of the table.");

  private static final Usage USAGE =
      Usage.of(
          "client open-loop",
          List.of(
              "Many clients that connect, receive the greeting and close, each at scheduled arrivals that"
                  + " no slow server moves: response times count from the schedule, greeting"
                  + " times from the connect. All greetings have to be the bytes of the first.",
              "It ends by itself; SIGTERM and Ctrl-C end it and print what there is. Exit status 0"
                  + " if all were greeted, 1 if not, 2 for wrong usage."),
          ServerParameters.PARAMETERS,
          Stream.concat(
                  Stream.of(CLIENTS, FOR, RATE, INTERVAL, RAMP, JSON),
                  ServerParameters.FLAGS.stream())
              .toList());

  private final Console console;

  OpenLoopCommand(Console console) {
    super(USAGE);
    this.console = console;
  }

  @Override
  protected int run(ParsedArguments given) {
    GreetingClient target = ServerParameters.client(given);
    OpenLoopPlan plan = plan(given);
    boolean json = given.value(JSON);
    String missing = ResourceLimits.missingFor(plan.clients());
    if (missing != null) {
      throw new IllegalArgumentException(missing);
    }
    InetAddress address;
    try {
      address = InetAddress.getByName(target.host());
    } catch (UnknownHostException e) {
      console
          .err()
          .println(
              "client: %s: %s: the name is not known"
                  .formatted(Reason.NAME_UNKNOWN.id(), target.host()));
      return ExitCode.NOT_GREETED.status();
    }
    BlockingQueue<OpenLoopProgress> news = new ArrayBlockingQueue<>(1);
    try (OpenLoop load = new OpenLoop(target, address, plan, news::offer)) {
      return run(load, target, plan, json, news);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private int run(
      OpenLoop load,
      GreetingClient target,
      OpenLoopPlan plan,
      boolean json,
      BlockingQueue<OpenLoopProgress> news) {
    CompletableFuture<ExitCode> printed = new CompletableFuture<>();
    Thread atTheSignal = new Thread(() -> finishAndHalt(load, printed));
    Runtime.getRuntime().addShutdownHook(atTheSignal);
    Thread teller = Thread.ofPlatform().daemon().start(() -> tell(news));
    try {
      OpenLoopWarmUp.run();
      OpenLoopResult figures = load.run();
      teller.interrupt();
      Memory memory = Memory.now();
      new LineOutput(console.out())
          .print(
              json
                  ? JsonResult.print(target, plan, figures, memory)
                  : TextResult.print(target, plan, figures, memory));
      ExitCode code = figures.allGreeted() ? ExitCode.OK : ExitCode.NOT_GREETED;
      printed.complete(code);
      return code.status();
    } finally {
      printed.complete(ExitCode.NOT_GREETED); // where nothing could be printed
      WatchCommand.removeUnlessRunning(atTheSignal);
    }
  }

  /** Where nobody reads what is told, the load goes on all the same. */
  private void tell(BlockingQueue<OpenLoopProgress> news) {
    try {
      while (true) {
        console.err().println("  load      " + news.take().text());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void finishAndHalt(OpenLoop load, CompletableFuture<ExitCode> printed) {
    ExitCode code = ExitCode.NOT_GREETED;
    try {
      load.stop();
      code = printed.get(LAST_WORDS.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException | InterruptedException | TimeoutException e) {
      // Someone holds the output up: the status has to do.
    } finally {
      Runtime.getRuntime().halt(code.status());
    }
  }

  private static OpenLoopPlan plan(ParsedArguments given) {
    int clients = given.value(CLIENTS);
    Double rate = given.valueIfAny(RATE);
    Duration interval = given.valueIfAny(INTERVAL);
    if (rate != null && interval != null) {
      throw new IllegalArgumentException("--rate and --interval do not go together");
    }
    if (rate == null) {
      rate = clients * 1e9 / (interval == null ? DEFAULT_INTERVAL : interval).toNanos();
    }
    Duration ramp = given.valueIfAny(RAMP);
    return new OpenLoopPlan(clients, rate, given.value(FOR), ramp == null ? Duration.ZERO : ramp);
  }
}
