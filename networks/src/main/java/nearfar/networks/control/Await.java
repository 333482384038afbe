package nearfar.networks.control;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "await",
    description = "Waits a moment until the link is as asked; fails if it is not by then.",
    mixinStandardHelpOptions = true)
final class Await implements Callable<Integer> {
  @Mixin SocketOption socket = new SocketOption();

  @Override
  public Integer call() throws IOException {
    return socket.ask(Requests.await(), Requests.LONGEST_WAIT.plusSeconds(1)).print();
  }
}
