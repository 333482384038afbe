package nearfar.networks.control;

import java.io.IOException;
import java.util.List;
import nearfar.common.cli.Command;
import nearfar.common.cli.ParsedArguments;
import nearfar.common.cli.Usage;

final class Done extends Command {

  Done() {
    super(
        Usage.of(
            "wan-control done",
            List.of("Reports that Docker has done its part, and waits until the link is as asked."),
            List.of(),
            List.of(SocketOption.FLAG)));
  }

  @Override
  protected int run(ParsedArguments given) throws IOException {
    return SocketOption.ask(given, Requests.done(), Requests.LONGEST_WAIT.plusSeconds(1)).print();
  }
}
