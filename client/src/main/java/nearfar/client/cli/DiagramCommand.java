package nearfar.client.cli;

import java.io.IOException;
import java.util.List;
import nearfar.client.diagram.Captures;
import nearfar.common.cli.Command;
import nearfar.common.cli.ParsedArguments;
import nearfar.common.cli.Usage;

final class DiagramCommand extends Command {

  private static final Usage USAGE =
      Usage.of(
          "client diagram",
          List.of(
              "Reads tcpdump's captures of a lab, each file after a line with its container and its size in"
                  + " bytes, and prints the packets of one near and one far exchange, with the"
                  + " times at both ends.",
              "Exit status 0; 1 if a file is not a valid capture, 2 for wrong usage."),
          List.of(),
          List.of());

  private final Console console;

  DiagramCommand(Console console) {
    super(USAGE);
    this.console = console;
  }

  @Override
  protected int run(ParsedArguments given) {
    try {
      Captures.read(console.in())
          .lines()
          .forEach(line -> console.out().println(line.isEmpty() ? "" : "  " + line));
      return ExitCode.OK.status();
    } catch (IOException e) {
      console.err().println("client: " + e.getMessage());
      return ExitCode.NOT_GREETED.status();
    }
  }
}
