package nearfar.networks.control;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import nearfar.common.cli.Command;
import nearfar.common.cli.Parameter;
import nearfar.common.cli.ParsedArguments;
import nearfar.common.cli.Usage;
import nearfar.networks.helper.SilentPort;

final class HoleCommand extends Command {
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  HoleCommand() {
    super(
        Usage.of(
            "wan-control hole",
            List.of(
                "Leaves connection attempts at the service's port unanswered until it is stopped; for a helper."),
            List.of(Parameter.one("PORT", "the port to leave unanswered")),
            List.of()));
  }

  @Override
  protected int run(ParsedArguments given) throws IOException, InterruptedException {
    ServicePort port = new ServicePort(given.argument(0, Numbers::whole));
    try (SilentPort silentPort = SilentPort.open(port.number(), PATIENCE)) {
      System.out.println("standing at " + silentPort.port());
      System.out.flush();
      Thread.currentThread().join();
      return ExitCode.DONE.status();
    }
  }
}
