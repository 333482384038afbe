package nearfar.networks.control;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "ask",
    description = "Changes the link, cuts or heals it.",
    mixinStandardHelpOptions = true)
final class Ask implements Callable<Integer> {
  private static final Duration LONGEST = Duration.ofSeconds(5);

  @Mixin LinkOptions link = new LinkOptions();
  @Mixin DoorOption door = new DoorOption();

  @Override
  public Integer call() throws IOException {
    return door.ask(Requests.order(link.words()), LONGEST).print();
  }
}
