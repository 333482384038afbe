package nearfar.networks.control;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import nearfar.networks.helper.Neighbours;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "apart",
    description =
        "Puts exactly these addresses out of reach of the container whose network it shares; for a helper.",
    mixinStandardHelpOptions = true)
final class ApartCommand implements Callable<Integer> {
  @Parameters(paramLabel = "ADDRESS", arity = "0..*", description = "none: all are within reach")
  List<String> addresses = List.of();

  @Override
  public Integer call() throws IOException {
    Neighbours.putOutOfReach(Set.copyOf(addresses));
    return ExitCode.DONE.status();
  }
}
