package nearfar.networks.control;

import java.io.IOException;
import java.util.List;
import nearfar.common.cli.Command;
import nearfar.common.cli.ParsedArguments;
import nearfar.common.cli.Usage;

final class Await extends Command {

  Await() {
    super(
        Usage.of(
            "wan-control await",
            List.of("Waits a moment until the link is as asked; fails if it is not by then."),
            List.of(),
            List.of(SocketOption.FLAG)));
  }

  @Override
  protected int run(ParsedArguments given) throws IOException {
    return SocketOption.ask(given, Requests.await(), Requests.LONGEST_WAIT.plusSeconds(1)).print();
  }
}
