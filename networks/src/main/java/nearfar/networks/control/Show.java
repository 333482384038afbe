package nearfar.networks.control;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "show",
    description = "Tells what link is in force; fails where it is not as asked.",
    mixinStandardHelpOptions = true)
final class Show implements Callable<Integer> {
  private static final Duration LONGEST = Duration.ofSeconds(3);

  @Mixin SocketOption socket = new SocketOption();

  @Override
  public Integer call() throws IOException {
    Reply reply = socket.ask(Requests.show(), LONGEST);
    if (!reply.inForce()) {
      return ExitCode.FAILED.because("not in force: %s (%s)".formatted(reply.why(), reply.is()));
    }
    System.out.println(reply.is());
    return ExitCode.DONE.status();
  }
}
