package nearfar.checker;

import java.io.FileDescriptor;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import nearfar.common.cli.Command;
import nearfar.common.cli.CommandContext;
import nearfar.common.cli.ParsedArguments;
import nearfar.common.cli.ProgramVersion;
import nearfar.common.cli.ThisProcess;
import nearfar.common.cli.Usage;
import nearfar.common.cli.UsageException;
import org.jspecify.annotations.Nullable;

/** The program {@code checker}. */
public final class Main extends Command {
  static final int PASSED = 0;
  static final int NOT_PASSED = 1;
  static final int WRONG_USAGE = 2;

  private static final Usage USAGE =
      Usage.ofCommands(
          "checker",
          "Draws the runs of an exercise's check, and checks their results.",
          List.of("plan", "verdict", "serve", "call"));

  private final InputStream in;
  private final PrintStream out;

  private Main(InputStream in, PrintStream out) {
    super(USAGE);
    this.in = in;
    this.out = out;
  }

  public static void main(String[] arguments) {
    PrintStream out = ThisProcess.utf8(FileDescriptor.out, true);
    PrintStream err = ThisProcess.utf8(FileDescriptor.err, true);
    int status = run(System.in, out, err, arguments);
    if (status != PASSED) {
      System.exit(status);
    }
  }

  /** Runs one command to its end. */
  static int run(InputStream in, PrintStream out, PrintStream err, String... arguments) {
    try {
      return new Main(in, out)
          .execute(
              new CommandContext(out, Map.of(), "nearfar checker " + ProgramVersion.of(Main.class)),
              arguments);
    } catch (UsageException e) {
      err.println(e.command() + ": " + e.getMessage() + "; see " + e.command() + " --help");
      return WRONG_USAGE;
    } catch (Exception e) {
      err.println("checker: " + e);
      return WRONG_USAGE;
    } finally {
      out.flush();
      err.flush();
    }
  }

  @Override
  protected @Nullable Command command(String name) {
    return switch (name) {
      case "plan" -> new PlanCommand(out);
      case "verdict" -> new VerdictCommand(in, out);
      case "serve" -> new ServeCommand(out);
      case "call" -> new CallCommand(out);
      case "train-aot" -> new AotTrainingCommand();
      default -> null;
    };
  }

  @Override
  protected int run(ParsedArguments given) {
    throw new IllegalArgumentException("which command? see --help");
  }
}
