package nearfar.networks.control;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import nearfar.networks.calibration.Peer;
import nearfar.networks.calibration.Plan;
import picocli.CommandLine.Command;

@Command(
    name = "peer",
    description = "The far end of a calibration; ends by itself after a while.",
    mixinStandardHelpOptions = true)
final class PeerCommand implements Callable<Integer> {
  private static final Duration LONGEST = Duration.ofMinutes(3);

  @Override
  public Integer call() throws IOException {
    try (Peer peer = new Peer(Plan.PEER_PORT)) {
      peer.serve(LONGEST, () -> false);
      return ExitCode.DONE.status();
    }
  }
}
