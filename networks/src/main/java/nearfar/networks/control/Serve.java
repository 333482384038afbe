package nearfar.networks.control;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import nearfar.networks.link.Link;
import nearfar.networks.toxiproxy.Gateway;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "serve",
    description = {
      "Keeps the link, until it is stopped.",
      "It starts with that of the variables PROFILE, DOWN, UP, RATE, DOWN_RATE and UP_RATE."
    },
    mixinStandardHelpOptions = true)
final class Serve implements Callable<Integer> {
  private static final int TOXIPROXY_PORT = 8474;
  private static final String PROXY = "wan";

  @Mixin DoorOption door = new DoorOption();

  @Option(
      names = "--gateway",
      defaultValue = "${env:NEARFAR_GATEWAY:-wan-api}",
      description = "host of Toxiproxy's API")
  String gateway = "wan-api";

  @Option(
      names = "--state",
      defaultValue = "${env:NEARFAR_STATE:-/state}",
      description = "folder that survives a restart")
  Path state = Path.of("/state");

  @Override
  public Integer call() throws IOException, InterruptedException {
    AskedFile file = new AskedFile(state);
    Asked asked = lastAskedOrInitial(file);
    file.save(asked);
    Keeper keeper =
        new Keeper(
            new Gateway(gateway, TOXIPROXY_PORT, PROXY), file, new Journal(System.out), asked);
    try (Door open = new Door(door.socket)) {
      Thread.ofPlatform().daemon().name("door").start(() -> open.serve(new Requests(keeper)));
      keeper.keep();
      return ExitCode.DONE.status();
    }
  }

  /** What was asked last counts, unless the container was started with another link since. */
  private Asked lastAskedOrInitial(AskedFile file) throws IOException {
    LinkWords words = LinkWords.from(System.getenv());
    Link initial = Order.initialLink(words);
    return file.load()
        .filter(saved -> saved.initial().equals(words.toString()))
        .orElseGet(() -> Asked.now(initial, State.UP, words.toString()));
  }
}
