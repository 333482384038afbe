package nearfar.networks.control;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import nearfar.commandline.Command;
import nearfar.commandline.Given;
import nearfar.commandline.Usage;
import nearfar.networks.calibration.Plan;
import nearfar.networks.fault.Faults;
import nearfar.networks.link.Link;
import nearfar.networks.profile.Profiles;
import nearfar.networks.toxiproxy.Gateway;

/**
 * Goes once through what the program does, for the JVM to write down what it loaded; needs no
 * network.
 */
final class Rehearse extends Command {
  Rehearse() {
    super(
        Usage.of(
            "wan-control rehearse",
            List.of("Loads what the other commands need."),
            List.of(),
            List.of()));
  }

  @Override
  protected int run(Given given) throws IOException {
    // Not one that the JDK names at random: its random numbers are not what a run needs.
    Path folder = Files.createDirectory(Path.of("/tmp/rehearse-" + ProcessHandle.current().pid()));
    Path socket = folder.resolve("socket");
    Asked asked = Asked.first(Link.NOTHING_ADDED, Faults.NONE, "");
    AskedFile file = new AskedFile(folder);
    file.save(asked);
    file.load(System.err::println);
    Keeper keeper =
        new Keeper(absentGateway(), new Door("127.0.0.1", 1), file, new Journal(System.out), asked);
    keeper.tend();
    try (ControlSocket open = new ControlSocket(socket)) {
      Thread.ofPlatform().daemon().start(() -> open.serve(new Requests(keeper)));
      for (String profile : Profiles.names()) {
        Main.run("ask", "--socket", socket.toString(), "PROFILE=" + profile);
      }
      Main.run("show", "--socket", socket.toString());
      ControlSocket.ask(socket, Requests.show(), Duration.ofSeconds(1));
    }
    calibrate();
    return Main.run("check", "DOWN=20ms~2ms", "RATE=8mbit");
  }

  private static void calibrate() {
    Thread.ofPlatform().daemon().start(() -> Main.run("peer"));
    Plan.Door door = new Plan.Door("peer", Plan.PEER_PORT, Link.NOTHING_ADDED);
    Main.run("probe", "--host", "127.0.0.1", "--quick", new Plan(List.of(door, door)).toString());
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
