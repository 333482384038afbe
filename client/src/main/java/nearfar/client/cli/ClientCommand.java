package nearfar.client.cli;

import java.util.concurrent.Callable;
import nearfar.client.LineOutput;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What the commands have in common: the console, and how a run becomes an exit status. */
abstract class ClientCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  private final Console console;

  protected ClientCommand(Console console) {
    this.console = console;
  }

  protected final Console console() {
    return console;
  }

  /**
   * Does what the command line asked for.
   *
   * @throws IllegalArgumentException if it asked for something impossible
   */
  protected abstract ExitCode run();

  @Override
  public final Integer call() {
    try {
      return run().status();
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    } catch (LineOutput.ReaderGoneException e) {
      console.err().println("client: " + e.getMessage());
      console.err().flush();
      return ExitCode.NOT_GREETED.status();
    }
  }
}
