package nearfar.networks.control;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import nearfar.common.cli.Command;
import nearfar.common.cli.ParsedArguments;
import nearfar.common.cli.Usage;
import nearfar.networks.calibration.Plan;
import nearfar.networks.fault.Faults;
import nearfar.networks.link.Link;
import nearfar.networks.profile.Profiles;
import nearfar.networks.toxiproxy.Gateway;

/** Runs each command once. The JVM records the classes that this loads. Needs no network. */
final class AotTrainingCommand extends Command {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  AotTrainingCommand() {
    super(
        Usage.of(
            "wan-control train-aot",
            List.of("Loads what the other commands need."),
            List.of(),
            List.of()));
  }

  @Override
  protected int run(ParsedArguments given) throws IOException {
    Path folder = Files.createTempDirectory("train-aot");
    Path socket = folder.resolve("socket");
    serve(folder.resolve("served"));
    DesiredState desired = DesiredState.first(Link.NOTHING_ADDED, Faults.NONE, "");
    DesiredStateFile file = new DesiredStateFile(folder);
    file.save(desired);
    file.load(System.err::println);
    Reconciler reconciler =
        new Reconciler(
            absentGateway(), new PortProbe("127.0.0.1", 1), file, new Journal(System.out), desired);
    reconciler.reconcile();
    try (ControlSocket open = new ControlSocket(socket)) {
      Thread.ofPlatform().daemon().start(() -> open.serve(new Requests(reconciler)));
      for (String profile : Profiles.names()) {
        Main.run("ask", "--socket", socket.toString(), "PROFILE=" + profile);
      }
      Main.run("show", "--socket", socket.toString());
      ControlSocket.ask(socket, Requests.show(), Duration.ofSeconds(1));
    }
    calibrate();
    return Main.run("check", "DOWN=20ms~2ms", "RATE=8mbit");
  }

  /** Starts a reconciler without a gateway; it runs until the process ends. */
  private static void serve(Path folder) throws IOException {
    Files.createDirectory(folder);
    Path socket = folder.resolve("socket");
    Map<String, String> variables =
        Map.of(
            "PROFILE", "broadband",
            "NEARFAR_GATEWAY", InetAddress.getLoopbackAddress().getHostAddress(),
            "NEARFAR_STATE", folder.toString(),
            "NEARFAR_SOCKET", socket.toString());
    Thread.ofPlatform().daemon().start(() -> Main.run(variables, "serve"));
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!Files.exists(socket) && System.nanoTime() < deadline) {
      Thread.onSpinWait();
    }
    Main.run(variables, "show");
  }

  private static void calibrate() {
    Thread.ofPlatform().daemon().start(() -> Main.run("peer"));
    Plan.Target target = new Plan.Target("peer", Plan.PEER_PORT, Link.NOTHING_ADDED);
    Main.run(
        "probe", "--host", "127.0.0.1", "--quick", new Plan(List.of(target, target)).toString());
  }

  private static Gateway absentGateway() throws IOException {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    try (ServerSocket closed = new ServerSocket(0, 1, loopback)) {
      return new Gateway(
          loopback.getHostAddress(),
          closed.getLocalPort(),
          ServicePort.parse("4444", ServicePort.OF_TOXIPROXY).route());
    }
  }
}
