package nearfar.client.cli;

import nearfar.client.Exchange;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "once",
    mixinStandardHelpOptions = true,
    description = {
      "Connects, prints the greeting, closes.",
      "Exit status 0 if greeted, 1 if not (the reason is on stderr), 2 for wrong usage."
    })
final class OnceCommand extends ClientCommand {

  @Mixin private final ServerParameters server = new ServerParameters();

  OnceCommand(Console console) {
    super(console);
  }

  @Override
  public ExitCode run() {
    Exchange exchange = server.client().exchange(console().out());
    console().out().flush();
    if (exchange instanceof Exchange.Failed failed) {
      console().err().println("client: " + failed.reason().id() + ": " + failed.detail());
      return ExitCode.NOT_GREETED;
    }
    if (console().out().checkError()) {
      console().err().println("client: greeted, but standard output could not be written");
      return ExitCode.NOT_GREETED;
    }
    return ExitCode.OK;
  }
}
