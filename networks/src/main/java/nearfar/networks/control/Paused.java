package nearfar.networks.control;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "paused",
    description =
        "Says that the engine has paused the gateway, which makes the cut that was asked for.",
    mixinStandardHelpOptions = true)
final class Paused implements Callable<Integer> {
  private static final Duration LONGEST = Duration.ofSeconds(3);

  @Mixin SocketOption socket = new SocketOption();

  @Override
  public Integer call() throws IOException {
    return socket.ask(Requests.paused(), LONGEST).print();
  }
}
