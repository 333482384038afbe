package nearfar.networks.control;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import nearfar.networks.toxiproxy.Gateway;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "serve",
    description = {
      "Keeps the link, until it is stopped.",
      "It starts with that of the variables PROFILE, DOWN, UP, RATE, DOWN_RATE, UP_RATE, FAULT and SEED."
    },
    mixinStandardHelpOptions = true)
final class Serve implements Callable<Integer> {
  @Mixin SocketOption socket = new SocketOption();

  @Mixin GatewayOption gateway = new GatewayOption();

  @Option(
      names = "--state",
      defaultValue = "${env:NEARFAR_STATE:-/state}",
      description = "folder that survives a restart")
  Path state = Path.of("/state");

  @Option(
      names = "--service-port",
      paramLabel = "PORT",
      defaultValue = "${env:SERVICE_PORT:-4444}",
      description = "the service's port, on the server and on the gateway")
  String servicePort = "4444";

  @Override
  public Integer call() throws IOException, InterruptedException {
    ServicePort port = ServicePort.parse(servicePort, gateway.port);
    AskedFile file = new AskedFile(state);
    Journal journal = new Journal(System.out);
    Asked asked = lastAskedOrInitial(file, journal);
    file.save(asked);
    Keeper keeper =
        new Keeper(
            new Gateway(gateway.host, gateway.port, port.route()),
            new Door(gateway.host, port.number()),
            file,
            journal,
            asked);
    try (ControlSocket open = new ControlSocket(socket.path)) {
      Thread.ofPlatform()
          .daemon()
          .name("control-socket")
          .start(() -> open.serve(new Requests(keeper)));
      CalibrationDoors.tidyUp(gateway);
      keeper.keep();
      return ExitCode.DONE.status();
    }
  }

  /** What was asked last counts, unless the container was started with another link since. */
  private Asked lastAskedOrInitial(AskedFile file, Journal journal) throws IOException {
    LinkWords words = LinkWords.from(System.getenv());
    Asked initial = Order.first(words);
    return file.load(journal::forgotten)
        .filter(saved -> saved.initial().equals(words.toString()))
        .orElse(initial);
  }
}
