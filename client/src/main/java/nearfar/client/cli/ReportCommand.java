package nearfar.client.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;
import nearfar.client.Durations;
import nearfar.client.LineOutput;
import nearfar.client.report.Await;
import nearfar.client.report.Expected;
import nearfar.client.report.Follow;
import nearfar.client.report.JsonReport;
import nearfar.client.report.LabLog;
import nearfar.client.report.Report;
import nearfar.client.report.TextReport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    description = {
      "Reads a lab's log (docker compose logs --no-color) and prints what every client has seen"
          + " since the link was last changed.",
      "Exit status 0; with --await: 0 if all were greeted, else 1. 2 for wrong usage."
    })
final class ReportCommand extends ClientCommand {

  @Option(names = "--json", description = "One JSON object in place of the table.")
  private boolean json;

  @Option(
      names = "--follow",
      description = "No figures: turns each line of the log into one for people, as it comes.")
  private boolean follow;

  @Option(
      names = "--await",
      paramLabel = "SERVICE=N,...",
      converter = ExpectedConverter.class,
      description =
          "Reads a log that is still written (-f) until so many clients of each service are greeted"
              + " over the link as it is now, such as client-lan=2,client-wan=3.")
  private @Nullable Expected await;

  @Option(
      names = "--timeout",
      paramLabel = "DURATION",
      defaultValue = "60s",
      converter = Converters.InRange.class,
      description = "How long --await waits (now ${DEFAULT-VALUE}).")
  private Duration timeout = Duration.ofSeconds(60);

  @Option(
      names = "--elapsed",
      paramLabel = "DURATION",
      converter = ElapsedConverter.class,
      description =
          "How long it took to come this far; with --await, tells above the table how long all took"
              + " together.")
  private @Nullable Duration elapsed;

  ReportCommand(Console console) {
    super(console);
  }

  @Override
  protected ExitCode run() {
    if (follow && (json || await != null)) {
      throw new IllegalArgumentException("--follow goes with neither --json nor --await");
    }
    if (follow) {
      LineOutput out = new LineOutput(console().out());
      readAll(line -> out.print(Follow.text(line)));
      return ExitCode.OK;
    }
    LabLog log = new LabLog();
    if (await != null) {
      return await(await, log);
    }
    readAll(log::read);
    print(log, null);
    return ExitCode.OK;
  }

  private ExitCode await(Expected expected, LabLog log) {
    long start = System.nanoTime();
    Await.Result result;
    try {
      result =
          new Await(expected, timeout, line -> console().err().println("  " + line))
              .read(console().in(), log);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return ExitCode.NOT_GREETED;
    }
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    if (result.greeted()) {
      print(log, elapsed == null ? null : headline(expected, elapsed.plus(took)));
    } else {
      print(log, null);
      console().err().println("client: " + result.summary());
    }
    return result.greeted() ? ExitCode.OK : ExitCode.NOT_GREETED;
  }

  private static String headline(Expected expected, Duration took) {
    return String.format(
        Locale.ROOT,
        "clients   %s, all greeted after %.1f s",
        expected.inWords(),
        took.toMillis() / 1e3);
  }

  private void print(LabLog log, @Nullable String headline) {
    Report report = Report.of(log);
    console()
        .out()
        .print(json ? JsonReport.print(report) + "\n" : TextReport.print(report, headline));
    console().out().flush();
    String complaint = log.complaint();
    if (complaint != null) {
      console().err().println("client: " + complaint);
    }
  }

  private void readAll(Consumer<String> lines) {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(console().in(), StandardCharsets.UTF_8));
    try {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        lines.accept(line);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads a duration that may be none at all. */
  static final class ElapsedConverter implements ITypeConverter<Duration> {
    @Override
    public Duration convert(String value) {
      try {
        return Durations.parse(value);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(String.valueOf(e.getMessage()));
      }
    }
  }

  /** Reads {@code client-lan=2,client-wan=3}. */
  static final class ExpectedConverter implements ITypeConverter<Expected> {
    @Override
    public Expected convert(String value) {
      try {
        return Expected.parse(value);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(String.valueOf(e.getMessage()));
      }
    }
  }
}
