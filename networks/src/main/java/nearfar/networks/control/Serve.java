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

  @Mixin SocketOption socket = new SocketOption();

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
    Journal journal = new Journal(System.out);
    Asked asked = lastAskedOrInitial(file, journal);
    file.save(asked);
    Keeper keeper = new Keeper(new Gateway(gateway, TOXIPROXY_PORT, PROXY), file, journal, asked);
    try (ControlSocket open = new ControlSocket(socket.path)) {
      Thread.ofPlatform()
          .daemon()
          .name("control-socket")
          .start(() -> open.serve(new Requests(keeper)));
      keeper.keep();
      return ExitCode.DONE.status();
    }
  }

  /** What was asked last counts, unless the container was started with another link since. */
  private Asked lastAskedOrInitial(AskedFile file, Journal journal) throws IOException {
    LinkWords words = LinkWords.from(System.getenv());
    Link initial = Order.initialLink(words);
    return file.load(journal::forgotten)
        .filter(saved -> saved.initial().equals(words.toString()))
        .orElseGet(() -> Asked.now(initial, State.UP, words.toString()));
  }
}
