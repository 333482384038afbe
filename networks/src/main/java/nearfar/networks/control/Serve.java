package nearfar.networks.control;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import nearfar.common.cli.Command;
import nearfar.common.cli.OptionSpec;
import nearfar.common.cli.ParsedArguments;
import nearfar.common.cli.Usage;
import nearfar.networks.toxiproxy.Gateway;

final class Serve extends Command {
  private static final OptionSpec<Path> STATE =
      OptionSpec.value(
          "state", "FOLDER", "/state", Path::of, "folder that survives a restart (now %s)");

  private static final OptionSpec<String> SERVICE_PORT =
      OptionSpec.value(
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
  protected int run(ParsedArguments given) throws IOException, InterruptedException {
    GatewayOption gateway = GatewayOption.of(given);
    ServicePort port = ServicePort.parse(given.value(SERVICE_PORT), gateway.port());
    DesiredStateFile file = new DesiredStateFile(given.value(STATE));
    Journal journal = new Journal(System.out);
    DesiredState desired = lastSavedOrInitial(LinkSpec.from(given.environment()), file, journal);
    file.save(desired);
    Reconciler reconciler =
        new Reconciler(
            new Gateway(gateway.host(), gateway.port(), port.route()),
            new PortProbe(gateway.host(), port.number()),
            file,
            journal,
            desired);
    try (ControlSocket open = new ControlSocket(given.value(SocketOption.FLAG))) {
      Thread.ofPlatform()
          .daemon()
          .name("control-socket")
          .start(() -> open.serve(new Requests(reconciler)));
      CalibrationPorts.startCleaner(gateway);
      reconciler.run();
      return ExitCode.DONE.status();
    }
  }

  /** The saved state, unless the container was now started with another link. */
  private DesiredState lastSavedOrInitial(LinkSpec spec, DesiredStateFile file, Journal journal)
      throws IOException {
    DesiredState initial = LinkChange.first(spec);
    return file.load(journal::forgotten)
        .filter(saved -> saved.initial().equals(spec.toString()))
        .orElse(initial);
  }
}
