package nearfar.networks.control;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "ask",
    description = "Changes the link, cuts or heals it.",
    mixinStandardHelpOptions = true)
final class Ask implements Callable<Integer> {
  private static final Duration LONGEST = Duration.ofSeconds(5);

  @Parameters(
      paramLabel = "NAME=VALUE",
      description =
          "PROFILE=lte, PROFILE=cut, heal or refused, DOWN=200ms~20ms UP=40ms RATE=2mbit DOWN_RATE= UP_RATE=")
  List<String> words = List.of();

  @Mixin SocketOption socket = new SocketOption();

  @Override
  public Integer call() throws IOException {
    return socket.ask(Requests.order(LinkWords.parse(words)), LONGEST).print();
  }
}
