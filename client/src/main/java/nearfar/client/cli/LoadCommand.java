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
import nearfar.client.load.JsonLoad;
import nearfar.client.load.Load;
import nearfar.client.load.LoadFigures;
import nearfar.client.load.LoadPlan;
import nearfar.client.load.LoadProgress;
import nearfar.client.load.LoadWarmUp;
import nearfar.client.load.Memory;
import nearfar.client.load.Supplies;
import nearfar.client.load.TextLoad;
import nearfar.commandline.Command;
import nearfar.commandline.Flag;
import nearfar.commandline.Given;
import nearfar.commandline.Usage;

final class LoadCommand extends Command {

  private static final Duration LAST_WORDS = Duration.ofSeconds(5);
  private static final Duration DEFAULT_INTERVAL = Duration.ofSeconds(10);

  private static final Flag<Integer> CLIENTS =
      Flag.value(
          "clients",
          "N",
          "1000",
          Values::clients,
          "How many clients take turns, 1 to 20000 (now %s).");

  private static final Flag<Duration> FOR =
      Flag.value(
          "for", "DURATION", "10s", Values::lasting, "How long they come, at most 1h (now %s).");

  private static final Flag<Double> RATE =
      Flag.value(
          "rate",
          "PER-SECOND",
          null,
          Values::rate,
          "How many greetings a second all clients together ask for, at most 100000.");

  private static final Flag<Duration> INTERVAL =
      Flag.value(
          "interval",
          "DURATION",
          null,
          Values::duration,
          "In place of --rate: from one appointment of a client to its next; 10s where neither is given.");

  private static final Flag<Duration> RAMP =
      Flag.value(
          "ramp",
          "DURATION",
          null,
          Values::duration,
          "How long the rate grows evenly from nothing, within --for.");

  private static final Flag<Boolean> JSON =
      Flag.toggle("json", "One JSON object in place of the table.");

  private static final Usage USAGE =
      Usage.of(
          "client load",
          List.of(
              "Many clients that connect, receive the greeting and close, each at appointments that"
                  + " no slow server moves: response times count from the appointment, greeting"
                  + " times from the connect. All greetings have to be the bytes of the first.",
              "It ends by itself; SIGTERM and Ctrl-C end it and print what there is. Exit status 0"
                  + " if all were greeted, 1 if not, 2 for wrong usage."),
          ServerParameters.PARAMETERS,
          Stream.concat(
                  Stream.of(CLIENTS, FOR, RATE, INTERVAL, RAMP, JSON),
                  ServerParameters.FLAGS.stream())
              .toList());

  private final Console console;

  LoadCommand(Console console) {
    super(USAGE);
    this.console = console;
  }

  @Override
  protected int run(Given given) {
    GreetingClient target = ServerParameters.client(given);
    LoadPlan plan = plan(given);
    boolean json = given.value(JSON);
    String missing = Supplies.missingFor(plan.clients());
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
    BlockingQueue<LoadProgress> news = new ArrayBlockingQueue<>(1);
    try (Load load = new Load(target, address, plan, news::offer)) {
      return run(load, target, plan, json, news);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private int run(
      Load load,
      GreetingClient target,
      LoadPlan plan,
      boolean json,
      BlockingQueue<LoadProgress> news) {
    CompletableFuture<ExitCode> printed = new CompletableFuture<>();
    Thread atTheSignal = new Thread(() -> finishAndHalt(load, printed));
    Runtime.getRuntime().addShutdownHook(atTheSignal);
    Thread teller = Thread.ofPlatform().daemon().start(() -> tell(news));
    try {
      LoadWarmUp.run();
      LoadFigures figures = load.run();
      teller.interrupt();
      Memory memory = Memory.now();
      new LineOutput(console.out())
          .print(
              json
                  ? JsonLoad.print(target, plan, figures, memory)
                  : TextLoad.print(target, plan, figures, memory));
      ExitCode code = figures.allGreeted() ? ExitCode.OK : ExitCode.NOT_GREETED;
      printed.complete(code);
      return code.status();
    } finally {
      printed.complete(ExitCode.NOT_GREETED); // where nothing could be printed
      WatchCommand.removeUnlessRunning(atTheSignal);
    }
  }

  /** Where nobody reads what is told, the load goes on all the same. */
  private void tell(BlockingQueue<LoadProgress> news) {
    try {
      while (true) {
        console.err().println("  load      " + news.take().text());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void finishAndHalt(Load load, CompletableFuture<ExitCode> printed) {
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

  private static LoadPlan plan(Given given) {
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
    return new LoadPlan(clients, rate, given.value(FOR), ramp == null ? Duration.ZERO : ramp);
  }
}
