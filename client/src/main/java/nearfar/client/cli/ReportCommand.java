package nearfar.client.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import nearfar.client.Durations;
import nearfar.client.LineWriter;
import nearfar.client.Tenths;
import nearfar.client.report.ExpectedClients;
import nearfar.client.report.GreetingAwaiter;
import nearfar.client.report.JsonReport;
import nearfar.client.report.LabLog;
import nearfar.client.report.LogLineFormatter;
import nearfar.client.report.Metrics;
import nearfar.client.report.MetricsFile;
import nearfar.client.report.Report;
import nearfar.client.report.TextReport;
import nearfar.common.cli.Command;
import nearfar.common.cli.OptionSpec;
import nearfar.common.cli.ParsedArguments;
import nearfar.common.cli.Usage;
import org.jspecify.annotations.Nullable;

final class ReportCommand extends Command {

  private static final OptionSpec<Boolean> JSON =
      OptionSpec.toggle(
          "json", "One JSON object in place of the table, or with --follow of each line.");

  private static final OptionSpec<Boolean> FOLLOW =
      OptionSpec.toggle(
          "follow", "No figures: turns each line of the log into one for people, as it comes.");

  private static final OptionSpec<Boolean> COLOR =
      OptionSpec.toggle("color", "With --follow: near, far and the link in colours of their own.");

  private static final OptionSpec<Boolean> METRICS =
      OptionSpec.toggle("metrics", "All that the log holds, in the text format of Prometheus.");

  private static final OptionSpec<Path> FILE =
      OptionSpec.value(
          "file",
          "FILE",
          null,
          Path::of,
          "With --metrics: a log that is still written (-f); the file is written anew every second.");

  private static final OptionSpec<ExpectedClients> AWAIT =
      OptionSpec.value(
          "await",
          "SERVICE=N,...",
          null,
          ExpectedClients::parse,
          "Reads a log that is still written (-f) until so many clients of each service are greeted"
              + " over the link as it is now, such as client-lan=2,client-wan=3.");

  private static final OptionSpec<Duration> TIMEOUT =
      OptionSpec.value(
          "timeout", "DURATION", "60s", Values::duration, "How long --await waits (now %s).");

  private static final OptionSpec<Duration> ELAPSED =
      OptionSpec.value(
          "elapsed",
          "DURATION",
          null,
          Durations::parse,
          "How long it took to come this far; with --await, tells above the table how long all took"
              + " together.");

  private static final Usage USAGE =
      Usage.of(
          "client report",
          List.of(
              "Reads a lab's log (docker compose logs --no-color) and prints what every client has"
                  + " seen since the link was last changed.",
              "Exit status 0; with --await: 0 if all were greeted, else 1. 2 for wrong usage."),
          List.of(),
          List.of(JSON, FOLLOW, COLOR, METRICS, FILE, AWAIT, TIMEOUT, ELAPSED));

  private final Console console;

  ReportCommand(Console console) {
    super(USAGE);
    this.console = console;
  }

  @Override
  protected int run(ParsedArguments given) {
    boolean json = given.value(JSON);
    boolean color = given.value(COLOR);
    Path file = given.valueIfAny(FILE);
    ExpectedClients await = given.valueIfAny(AWAIT);
    Duration timeout = given.value(TIMEOUT);
    Duration elapsed = given.valueIfAny(ELAPSED);
    rejectConflicts(given);
    if (given.value(FOLLOW)) {
      UnaryOperator<String> shown =
          color
              ? LogLineFormatter::colored
              : json ? LogLineFormatter::json : LogLineFormatter::text;
      LineWriter out = new LineWriter(console.out());
      readAll(line -> out.print(shown.apply(line)));
      return ExitCode.OK.status();
    }
    if (given.value(METRICS)) {
      return metrics(file).status();
    }
    if (await != null) {
      return await(await, timeout, elapsed, json).status();
    }
    LabLog log = new LabLog();
    readAll(log::read);
    print(log, json, null);
    return ExitCode.OK.status();
  }

  private static void rejectConflicts(ParsedArguments given) {
    boolean json = given.value(JSON);
    boolean follow = given.value(FOLLOW);
    boolean metrics = given.value(METRICS);
    boolean await = given.isGiven(AWAIT);
    reject(follow && await, "--follow does not go with --await");
    reject(follow && metrics, "--follow does not go with --metrics");
    reject(given.value(COLOR) && (json || !follow), "--color goes with --follow, without --json");
    reject(metrics && (json || await), "--metrics goes with neither --json nor --await");
    reject(given.isGiven(FILE) && !metrics, "--file goes with --metrics");
    reject(given.isGiven(TIMEOUT) && !await, "--timeout goes with --await");
    reject(given.isGiven(ELAPSED) && !await, "--elapsed goes with --await");
  }

  private static void reject(boolean wrong, String message) {
    if (wrong) {
      throw new IllegalArgumentException(message);
    }
  }

  private ExitCode await(
      ExpectedClients expected, Duration timeout, @Nullable Duration elapsed, boolean json) {
    LabLog log = new LabLog();
    long start = System.nanoTime();
    GreetingAwaiter.Result result;
    try {
      result =
          new GreetingAwaiter(expected, timeout, line -> console.err().println("  " + line))
              .read(console.in(), log);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return ExitCode.NOT_GREETED;
    }
    if (!result.greeted()) {
      print(log, json, null);
      console.err().println("client: " + result.summary());
      return ExitCode.NOT_GREETED;
    }
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    print(log, json, elapsed == null ? null : headline(expected, elapsed.plus(took)));
    return ExitCode.OK;
  }

  private ExitCode metrics(@Nullable Path file) {
    Metrics metrics = new Metrics();
    if (file == null) {
      readAll(metrics::read);
      console.out().print(metrics.text());
      return ExitCode.OK;
    }
    try (MetricsFile written = new MetricsFile(metrics, file)) {
      written.start();
      readAll(metrics::read);
    }
    return ExitCode.OK;
  }

  private static String headline(ExpectedClients expected, Duration took) {
    return "clients   %s, all greeted after %s s"
        .formatted(expected.text(), Tenths.of(took.toMillis() / 1e3));
  }

  private void print(LabLog log, boolean json, @Nullable String headline) {
    Report report = Report.of(log);
    console
        .out()
        .print(json ? JsonReport.print(report) + "\n" : TextReport.print(report, headline));
    console.out().flush();
    String unreadableSummary = log.unreadableSummary();
    if (unreadableSummary != null) {
      console.err().println("client: " + unreadableSummary);
    }
  }

  private void readAll(Consumer<String> lines) {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(console.in(), StandardCharsets.UTF_8));
    try {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        lines.accept(line);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
