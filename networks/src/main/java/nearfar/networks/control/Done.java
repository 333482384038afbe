package nearfar.networks.control;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "done",
    description = "Says that the engine has done its part, and waits until the link is as asked.",
    mixinStandardHelpOptions = true)
final class Done implements Callable<Integer> {
  @Mixin SocketOption socket = new SocketOption();

  @Override
  public Integer call() throws IOException {
    return socket.ask(Requests.done(), Requests.LONGEST_WAIT.plusSeconds(1)).print();
  }
}
