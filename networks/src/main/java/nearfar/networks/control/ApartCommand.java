package nearfar.networks.control;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import nearfar.common.cli.Command;
import nearfar.common.cli.Parameter;
import nearfar.common.cli.ParsedArguments;
import nearfar.common.cli.Usage;
import nearfar.networks.helper.Neighbours;

final class ApartCommand extends Command {

  ApartCommand() {
    super(
        Usage.of(
            "wan-control apart",
            List.of(
                "Makes exactly these addresses unreachable for the container whose network it shares; for a helper."),
            List.of(Parameter.any("ADDRESS", "none: all are within reach")),
            List.of()));
  }

  @Override
  protected int run(ParsedArguments given) throws IOException {
    Neighbours.setUnreachable(Set.copyOf(given.arguments()));
    return ExitCode.DONE.status();
  }
}
