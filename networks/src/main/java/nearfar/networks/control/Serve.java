package nearfar.networks.control;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import nearfar.commandline.Command;
import nearfar.commandline.Flag;
import nearfar.commandline.Given;
import nearfar.commandline.Usage;
import nearfar.networks.toxiproxy.Gateway;

final class Serve extends Command {
  private static final Flag<Path> STATE =
      Flag.value("state", "FOLDER", "/state", Path::of, "folder that survives a restart (now %s)");

  private static final Flag<String> SERVICE_PORT =
      Flag.value(
              "service-port",
              "PORT",
              "4444",
              String::toString,
              "the service's port, on the server and on the gateway (now %s)")
          .withVariable("SERVICE_PORT");

  Serve() {
    super(
        Usage.of(
            "wan-control serve",
            List.of(
                "Keeps the link, until it is stopped.",
                "It starts with that of the variables PROFILE, DOWN, UP, RATE, DOWN_RATE, UP_RATE,"
                    + " FAULT and SEED."),
            List.of(),
            Stream.concat(
                    Stream.of(SocketOption.FLAG, STATE, SERVICE_PORT), GatewayOption.FLAGS.stream())
                .toList()));
  }

  @Override
  protected int run(Given given) throws IOException, InterruptedException {
    GatewayOption gateway = GatewayOption.of(given);
    ServicePort port = ServicePort.parse(given.value(SERVICE_PORT), gateway.port());
    AskedFile file = new AskedFile(given.value(STATE));
    Journal journal = new Journal(System.out);
    Asked asked = lastAskedOrInitial(LinkWords.from(given.environment()), file, journal);
    file.save(asked);
    Keeper keeper =
        new Keeper(
            new Gateway(gateway.host(), gateway.port(), port.route()),
            new Door(gateway.host(), port.number()),
            file,
            journal,
            asked);
    try (ControlSocket open = new ControlSocket(given.value(SocketOption.FLAG))) {
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
  private Asked lastAskedOrInitial(LinkWords words, AskedFile file, Journal journal)
      throws IOException {
    Asked initial = Order.first(words);
    return file.load(journal::forgotten)
        .filter(saved -> saved.initial().equals(words.toString()))
        .orElse(initial);
  }
}
