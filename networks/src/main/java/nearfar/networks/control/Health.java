package nearfar.networks.control;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "health",
    description = "Succeeds while the link is as asked.",
    mixinStandardHelpOptions = true)
final class Health implements Callable<Integer> {
  private static final Duration LONGEST = Duration.ofSeconds(3);

  @Mixin SocketOption socket = new SocketOption();

  @Override
  public Integer call() throws IOException {
    Reply reply = socket.ask(Requests.show(), LONGEST);
    return reply.inForce() ? ExitCode.DONE.status() : ExitCode.FAILED.because(reply.why());
  }
}
