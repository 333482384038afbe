package nearfar.lab.scenario.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nearfar.common.cli.Command;
import nearfar.common.cli.CommandContext;
import nearfar.common.cli.OptionSpec;
import nearfar.common.cli.Parameter;
import nearfar.common.cli.ParsedArguments;
import nearfar.common.cli.ProgramVersion;
import nearfar.common.cli.Usage;
import nearfar.common.cli.UsageException;
import nearfar.lab.report.LabReport;
import nearfar.lab.report.ReportWriter;
import nearfar.lab.scenario.NegativeControl;
import nearfar.lab.scenario.Scenario;
import nearfar.lab.scenario.run.LinkVerification;
import nearfar.lab.scenario.run.ScenarioRun;
import org.jspecify.annotations.Nullable;

/** Runs scenario files, one after another, each in a new lab. */
public final class ScenarioCommand extends Command {
  private static final OptionSpec<Boolean> CONTROL =
      OptionSpec.toggle(
              "control", "Run their negative controls, which lack the cause and have to fail.")
          .withVariable(null);

  private static final OptionSpec<Boolean> CHECK =
      OptionSpec.toggle("check", "Only read the files.").withVariable(null);

  private static final OptionSpec<Path> REPORTS =
      OptionSpec.value(
              "reports",
              "FOLDER",
              "target/scenarios",
              Path::of,
              "Where the reports go (default: %s).")
          .withVariable(null);

  private static final OptionSpec<String> FIRST =
      OptionSpec.value(
              "first",
              "COMMAND",
              null,
              String::toString,
              "A shell command to run before the first scenario, once the files are correct.")
          .withVariable(null);

  private static final Usage USAGE =
      Usage.of(
              "scenario",
              List.of(
                  "Runs scenario files and judges them, one after another, each in a lab of its"
                      + " own."),
              List.of(Parameter.some("FILE", "Files, or folders of *.yaml.")),
              List.of(CONTROL, CHECK, REPORTS, FIRST))
          .withFooter(
              "Exit status, of several scenarios the first of 2, 1, 3 that applies:",
              "  0  all expectations held; with --control: exactly those failed that had to",
              "  1  an expectation failed",
              "  2  a file is wrong; nothing was started",
              "  3  inconclusive: the lab cannot be trusted, or there is none");

  private final Console console;

  ScenarioCommand(Console console) {
    super(USAGE);
    this.console = console;
  }

  /** Ends the process with the command's status. */
  public static void main(String[] arguments) {
    Console console =
        new Console(
            new PrintStream(System.out, true, StandardCharsets.UTF_8),
            new PrintStream(System.err, true, StandardCharsets.UTF_8));
    Runtime.getRuntime().addShutdownHook(new Thread(console::hush, "hush"));
    // At the process's end several threads remove the lab at once, and one may fail because of
    // another.
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, failure) -> console.error(failure.toString(), ""));
    System.exit(run(console, arguments));
  }

  private static int run(Console console, String... arguments) {
    try {
      return new ScenarioCommand(console)
          .execute(
              new CommandContext(
                  System.out,
                  System.getenv(),
                  "nearfar scenario " + ProgramVersion.of(ScenarioCommand.class)),
              arguments);
    } catch (UsageException wrong) {
      console.error(wrong.getMessage(), "see --help");
      return ExitCode.BAD_FILE.status();
    } catch (Exception failed) {
      console.error(failed.toString(), "");
      return ExitCode.INCONCLUSIVE.status();
    }
  }

  @Override
  protected int run(ParsedArguments given) throws InterruptedException {
    boolean control = given.value(CONTROL);
    boolean check = given.value(CHECK);
    String first = given.valueIfAny(FIRST);
    Path reports = given.value(REPORTS);
    ScenarioFiles files = ScenarioFiles.read(given.arguments().stream().map(Path::of).toList());
    List<String> errors = new ArrayList<>(files.errors());
    if (control) {
      files
          .scenarios()
          .forEach((file, scenario) -> {
            if (scenario.control() == null) {
              errors.add(file + ": control: it describes none; without --control it runs");
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
    return isReady(first)
        ? run(files.scenarios(), control, reports).status()
        : ExitCode.INCONCLUSIVE.status();
  }

  private boolean isReady(@Nullable String first) throws InterruptedException {
    if (first == null) {
      return true;
    }
    try {
      return new ProcessBuilder("sh", "-c", first).inheritIO().start().waitFor() == 0;
    } catch (IOException failed) {
      console.error("the first command cannot be run: " + failed.getMessage(), "");
      return false;
    }
  }

  private ExitCode run(Map<Path, Scenario> scenarios, boolean control, Path reports)
      throws InterruptedException {
    List<ExitCode> codes = new ArrayList<>();
    for (Scenario scenario : scenarios.values()) {
      codes.add(run(scenario, control, reports));
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

  private ExitCode run(Scenario scenario, boolean control, Path reports)
      throws InterruptedException {
    Scenario played = control ? scenario.controlScenario() : scenario;
    console.blank();
    console.line("scenario", played.name());
    try {
      LabReport report =
          new ScenarioRun(played, LinkVerification.MEASURED, new ConsoleProgress(console)).run();
      Verdicts verdicts = new Verdicts(console);
      ExitCode code =
          control ? verdicts.ofControl(controlOf(scenario), report) : verdicts.of(report);
      console.line("report", ReportWriter.write(report, reports).html().toString());
      return code;
    } catch (RuntimeException failed) {
      console.error("%s: %s".formatted(played.name(), reason(failed)), "");
      return ExitCode.INCONCLUSIVE;
    }
  }

  private static NegativeControl controlOf(Scenario scenario) {
    return Objects.requireNonNull(scenario.control());
  }

  /** In one line: Testcontainers' exceptions have the reason in their last cause. */
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
