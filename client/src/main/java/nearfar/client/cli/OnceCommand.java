package nearfar.client.cli;

import java.util.List;
import nearfar.client.Exchange;
import nearfar.common.cli.Command;
import nearfar.common.cli.ParsedArguments;
import nearfar.common.cli.Usage;

final class OnceCommand extends Command {

  private static final Usage USAGE =
      Usage.of(
          "client once",
          List.of(
              "Connects, prints the greeting, closes.",
              "Exit status 0 if greeted, 1 if not (the reason is on stderr), 2 for wrong usage."),
          ServerParameters.PARAMETERS,
          ServerParameters.FLAGS);

  private final Console console;

  OnceCommand(Console console) {
    super(USAGE);
    this.console = console;
  }

  @Override
  protected int run(ParsedArguments given) {
    Exchange exchange = ServerParameters.client(given).exchange(console.out());
    console.out().flush();
    if (exchange instanceof Exchange.Failed failed) {
      console.err().println("client: " + failed.reason().id() + ": " + failed.detail());
      return ExitCode.NOT_GREETED.status();
    }
    if (console.out().checkError()) {
      console.err().println("client: greeted, but standard output could not be written");
      return ExitCode.NOT_GREETED.status();
    }
    return ExitCode.OK.status();
  }
}
