package nearfar.networks.control;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import nearfar.common.cli.Command;
import nearfar.common.cli.ParsedArguments;
import nearfar.common.cli.Usage;
import nearfar.networks.calibration.Peer;
import nearfar.networks.calibration.Plan;

final class PeerCommand extends Command {
  private static final Duration LONGEST = Duration.ofMinutes(3);

  PeerCommand() {
    super(
        Usage.of(
            "wan-control peer",
            List.of("The far end of a calibration; ends by itself after a while."),
            List.of(),
            List.of()));
  }

  @Override
  protected int run(ParsedArguments given) throws IOException {
    try (Peer peer = new Peer(Plan.PEER_PORT)) {
      peer.serve(LONGEST, () -> false);
      return ExitCode.DONE.status();
    }
  }
}
