package nearfar.lab.scenario.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import nearfar.lab.report.LabReport;
import nearfar.lab.report.ReportWriter;
import nearfar.lab.scenario.Scenario;
import nearfar.lab.scenario.Twin;
import nearfar.lab.scenario.run.ScenarioRun;
import nearfar.lab.scenario.run.Trust;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs scenario files, one after another, each in a lab of its own. */
@Command(
    name = "scenario",
    description =
        "Runs scenario files and judges them, one after another, each in a lab of its own.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading =
        "%nExit status, of several scenarios the first of 2, 1, 3 that applies:%n",
    exitCodeList = {
      "0:all expectations held; with --twin: exactly those failed that had to",
      "1:an expectation failed",
      "2:a file is wrong; nothing was started",
      "3:the lab cannot be trusted, or there is none: no verdict"
    })
public final class ScenarioCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", arity = "1..*", description = "Files, or folders of *.yaml.")
  List<Path> paths = new ArrayList<>();

  @Option(names = "--twin", description = "Run their twins, which lack the cause and have to fail.")
  boolean twin;

  @Option(names = "--check", description = "Only read the files.")
  boolean check;

  @Option(
      names = "--reports",
      paramLabel = "FOLDER",
      description = "Where the reports go (default: ${DEFAULT-VALUE}).")
  Path reports = Path.of("target/scenarios");

  @Option(
      names = "--first",
      paramLabel = "COMMAND",
      description = "What the shell has to do first once the files are found to be right.")
  @Nullable String first;

  private final Console console;

  ScenarioCommand(Console console) {
    this.console = console;
  }

  /** Ends the process with the command's status. */
  public static void main(String[] arguments) {
    Console console =
        new Console(
            new PrintStream(System.out, true, StandardCharsets.UTF_8),
            new PrintStream(System.err, true, StandardCharsets.UTF_8));
    Runtime.getRuntime().addShutdownHook(new Thread(console::hush, "hush"));
    // At the end of the process several remove the lab at once, and may be in each other's way.
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, failure) -> console.error(failure.toString(), ""));
    System.exit(new CommandLine(new ScenarioCommand(console)).execute(arguments));
  }

  @Override
  public Integer call() throws InterruptedException {
    ScenarioFiles files = ScenarioFiles.read(paths);
    List<String> errors = new ArrayList<>(files.errors());
    if (twin) {
      files
          .scenarios()
          .forEach((file, scenario) -> {
            if (scenario.twin() == null) {
              errors.add(file + ": twin: it describes none; without --twin it runs");
            }
          });
    }
    if (!errors.isEmpty()) {
      errors.forEach(error -> console.error(error, ""));
      return ExitCode.BAD_FILE.status();
    }
    if (check) {
      files
          .scenarios()
          .forEach((file, scenario) -> console.line("right", file + ": " + scenario.name()));
      return ExitCode.HELD.status();
    }
    return isReady() ? run(files.scenarios()).status() : ExitCode.NO_VERDICT.status();
  }

  private boolean isReady() throws InterruptedException {
    if (first == null) {
      return true;
    }
    try {
      return new ProcessBuilder("sh", "-c", first).inheritIO().start().waitFor() == 0;
    } catch (IOException failed) {
      console.error("what has to be done first cannot be: " + failed.getMessage(), "");
      return false;
    }
  }

  private ExitCode run(Map<Path, Scenario> scenarios) throws InterruptedException {
    List<ExitCode> codes = new ArrayList<>();
    for (Scenario scenario : scenarios.values()) {
      codes.add(run(scenario));
    }
    ExitCode gravest = ExitCode.gravest(codes);
    if (codes.size() > 1) {
      console.blank();
      console.line(
          "scenarios",
          "%d of %d are as they have to be"
              .formatted(codes.stream().filter(ExitCode.HELD::equals).count(), codes.size()));
    }
    return gravest;
  }

  private ExitCode run(Scenario scenario) throws InterruptedException {
    Scenario played = twin ? scenario.twinScenario() : scenario;
    console.blank();
    console.line("scenario", played.name());
    try {
      LabReport report =
          new ScenarioRun(played, Trust.MEASURED, new ConsoleProgress(console)).run();
      Verdicts verdicts = new Verdicts(console);
      ExitCode code = twin ? verdicts.ofTwin(twinOf(scenario), report) : verdicts.of(report);
      console.line("report", ReportWriter.write(report, reports).html().toString());
      return code;
    } catch (RuntimeException failed) {
      console.error("%s: %s".formatted(played.name(), reason(failed)), "");
      return ExitCode.NO_VERDICT;
    }
  }

  private static Twin twinOf(Scenario scenario) {
    return Objects.requireNonNull(scenario.twin());
  }

  /** In one line; what Testcontainers throws has its reason at the bottom. */
  private static String reason(Throwable failed) {
    Throwable cause = failed;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return Objects.requireNonNullElse(cause.getMessage(), cause.toString())
        .lines()
        .findFirst()
        .orElse("");
  }
}
