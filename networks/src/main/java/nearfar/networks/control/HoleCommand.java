package nearfar.networks.control;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import nearfar.networks.helper.Hole;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "hole",
    description = "Answers nobody at the service's port, until it is stopped; for a helper.",
    mixinStandardHelpOptions = true)
final class HoleCommand implements Callable<Integer> {
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  @Parameters(paramLabel = "PORT", description = "where nobody is to be answered")
  int port;

  @Override
  public Integer call() throws IOException, InterruptedException {
    try (Hole open = Hole.open(new ServicePort(port).number(), PATIENCE)) {
      System.out.println("standing at " + open.port());
      System.out.flush();
      Thread.currentThread().join();
      return ExitCode.DONE.status();
    }
  }
}
