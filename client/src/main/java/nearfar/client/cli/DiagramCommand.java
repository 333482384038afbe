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
              "Reads what tcpdump captured in a lab, each file behind a line of its place and its size in"
                  + " bytes, and prints the packets of one exchange near and of one far, with the"
                  + " times at both ends.",
              "Exit status 0; 1 if a file is not understood, 2 for wrong usage."),
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
          .ladders()
          .forEach(line -> console.out().println(line.isEmpty() ? "" : "  " + line));
      return ExitCode.OK.status();
    } catch (IOException e) {
      console.err().println("client: " + e.getMessage());
      return ExitCode.NOT_GREETED.status();
    }
  }
}
