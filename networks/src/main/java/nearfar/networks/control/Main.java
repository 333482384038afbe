package nearfar.networks.control;

import java.io.FileDescriptor;
import java.util.List;
import java.util.Map;
import nearfar.common.cli.Command;
import nearfar.common.cli.CommandContext;
import nearfar.common.cli.ParsedArguments;
import nearfar.common.cli.ProgramVersion;
import nearfar.common.cli.ThisProcess;
import nearfar.common.cli.Usage;
import nearfar.common.cli.UsageException;
import nearfar.networks.profile.ProfilesCommand;
import org.jspecify.annotations.Nullable;

/** The program {@code wan-control}. */
public final class Main extends Command {
  private static final Usage USAGE =
      Usage.ofCommands(
          "wan-control",
          "Keeps the link of the lab's gateway as asked.",
          List.of(
              "serve",
              "ask",
              "await",
              "done",
              "show",
              "started",
              "check",
              "profiles",
              "metrics",
              "calibration",
              "peer",
              "probe",
              "hole",
              "apart"));

  private Main() {
    super(USAGE);
  }

  public static void main(String[] arguments) {
    System.setOut(ThisProcess.utf8(FileDescriptor.out, false));
    System.setErr(ThisProcess.utf8(FileDescriptor.err, true));
    ThisProcess.keepNoAddresses();
    int status = run(arguments);
    System.out.flush();
    if (status != ExitCode.DONE.status()) {
      System.exit(
          status); // which loads the JDK's logging first, and so is left out where it can be
    }
  }

  /** Runs one command and prints its error. */
  static int run(String... arguments) {
    return run(System.getenv(), arguments);
  }

  /** The same with other variables. */
  static int run(Map<String, String> environment, String... arguments) {
    try {
      return new Main()
          .execute(
              new CommandContext(
                  System.out, environment, "nearfar wan-control " + ProgramVersion.of(Main.class)),
              arguments);
    } catch (UsageException wrong) {
      return ExitCode.WRONG_USAGE.because(wrong.getMessage());
    } catch (Exception failed) {
      return ExitCode.FAILED.because(failed.getMessage());
    }
  }

  @Override
  protected @Nullable Command command(String name) {
    return switch (name) {
      case "serve" -> new Serve();
      case "ask" -> new Ask();
      case "await" -> new Await();
      case "done" -> new Done();
      case "show" -> new Show();
      case "started" -> new StartedCommand();
      case "check" -> new Check();
      case "profiles" -> new ProfilesCommand();
      case "metrics" -> new MetricsCommand();
      case "calibration" -> new CalibrationPorts();
      case "peer" -> new PeerCommand();
      case "probe" -> new ProbeCommand();
      case "hole" -> new HoleCommand();
      case "apart" -> new ApartCommand();
      case "train-aot" -> new AotTrainingCommand();
      default -> null;
    };
  }

  @Override
  protected int run(ParsedArguments given) {
    throw new IllegalArgumentException("which command? see --help");
  }
}
