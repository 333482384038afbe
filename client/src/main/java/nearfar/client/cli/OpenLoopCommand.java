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
import nearfar.client.LineWriter;
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

  private static final Duration PRINT_TIMEOUT = Duration.ofSeconds(5);
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
          "In place of --rate: from one arrival of a client to its next; 10s where neither is given.");

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
    BlockingQueue<OpenLoopProgress> progress = new ArrayBlockingQueue<>(1);
    try (OpenLoop load = new OpenLoop(target, address, plan, progress::offer)) {
      return run(load, target, plan, json, progress);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private int run(
      OpenLoop load,
      GreetingClient target,
      OpenLoopPlan plan,
      boolean json,
      BlockingQueue<OpenLoopProgress> progress) {
    CompletableFuture<ExitCode> printed = new CompletableFuture<>();
    Thread shutdownHook = new Thread(() -> finishAndHalt(load, printed));
    Runtime.getRuntime().addShutdownHook(shutdownHook);
    Thread progressPrinter = Thread.ofPlatform().daemon().start(() -> printProgress(progress));
    try {
      OpenLoopWarmUp.run();
      OpenLoopResult result = load.run();
      progressPrinter.interrupt();
      Memory memory = Memory.now();
      new LineWriter(console.out())
          .print(
              json
                  ? JsonResult.print(target, plan, result, memory)
                  : TextResult.print(target, plan, result, memory));
      ExitCode code = result.allGreeted() ? ExitCode.OK : ExitCode.NOT_GREETED;
      printed.complete(code);
      return code.status();
    } finally {
      printed.complete(ExitCode.NOT_GREETED); // where nothing could be printed
      WatchCommand.removeUnlessRunning(shutdownHook);
    }
  }

  /** Runs on a daemon thread: a blocked standard error must not delay the load. */
  private void printProgress(BlockingQueue<OpenLoopProgress> progress) {
    try {
      while (true) {
        console.err().println("  load      " + progress.take().text());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void finishAndHalt(OpenLoop load, CompletableFuture<ExitCode> printed) {
    ExitCode code = ExitCode.NOT_GREETED;
    try {
      load.stop();
      code = printed.get(PRINT_TIMEOUT.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException | InterruptedException | TimeoutException e) {
      // The output is blocked: only the status is left.
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
