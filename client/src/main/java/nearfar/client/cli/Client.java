package nearfar.client.cli;

import java.util.List;
import nearfar.client.LineWriter;
import nearfar.common.cli.Command;
import nearfar.common.cli.CommandContext;
import nearfar.common.cli.ParsedArguments;
import nearfar.common.cli.ProgramVersion;
import nearfar.common.cli.ThisProcess;
import nearfar.common.cli.Usage;
import nearfar.common.cli.UsageException;
import org.jspecify.annotations.Nullable;

/**
 * The command line: {@code client once}, {@code client watch}, {@code client open-loop}, {@code
 * client report}.
 */
public final class Client extends Command {

  private static final Usage USAGE =
      Usage.ofCommands(
              "client",
              "The greeting client: connects, receives the greeting, closes.",
              List.of("once", "watch", "open-loop", "report", "diagram"))
          .withFooter(
              "Each option can also be set by a variable: --read-timeout by NEARFAR_READ_TIMEOUT.");

  private final Console console;

  private Client(Console console) {
    super(USAGE);
    this.console = console;
  }

  public static void main(String[] arguments) {
    ThisProcess.keepNoAddresses();
    int status = run(Console.ofThisProcess(), arguments);
    if (status != ExitCode.OK.status()) {
      System.exit(
          status); // which loads the JDK's logging first, and so is left out where it can be
    }
  }

  /**
   * Runs one command to its end.
   *
   * @return the exit status, as {@link ExitCode} has them
   */
  static int run(Console console, String... arguments) {
    CommandContext context = new CommandContext(console.out(), console.environment(), version());
    try {
      return new Client(console).execute(context, arguments);
    } catch (UsageException e) {
      String command = e.command();
      console.err().println(command + ": " + e.getMessage() + "; see " + command + " --help");
      return ExitCode.USAGE.status();
    } catch (LineWriter.OutputClosedException e) {
      console.err().println("client: " + e.getMessage());
      return ExitCode.NOT_GREETED.status();
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException("no command of the client lets that through", e);
    } finally {
      console.out().flush();
      console.err().flush();
    }
  }

  @Override
  protected @Nullable Command command(String name) {
    return switch (name) {
      case "once" -> new OnceCommand(console);
      case "watch" -> new WatchCommand(console);
      case "open-loop" -> new OpenLoopCommand(console);
      case "report" -> new ReportCommand(console);
      case "diagram" -> new DiagramCommand(console);
      case "train-aot" -> new AotTrainingCommand();
      default -> null;
    };
  }

  @Override
  protected int run(ParsedArguments given) {
    throw new IllegalArgumentException("which one: once, watch, open-loop, report or diagram?");
  }

  private static String version() {
    return "nearfar client " + ProgramVersion.of(Client.class);
  }
}
