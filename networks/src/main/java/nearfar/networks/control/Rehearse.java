package nearfar.networks.control;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import nearfar.networks.calibration.Plan;
import nearfar.networks.fault.Faults;
import nearfar.networks.link.Link;
import nearfar.networks.profile.Profiles;
import nearfar.networks.toxiproxy.Gateway;
import picocli.CommandLine.Command;

/**
 * Goes once through what the program does, for the JVM to write down what it loaded; needs no
 * network.
 */
@Command(name = "rehearse", description = "Loads what the other commands need.", hidden = true)
final class Rehearse implements Callable<Integer> {
  @Override
  public Integer call() throws IOException {
    Path folder = Files.createTempDirectory("rehearse");
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
        Main.commandLine().execute("ask", "--socket", socket.toString(), "PROFILE=" + profile);
      }
      Main.commandLine().execute("show", "--socket", socket.toString());
      ControlSocket.ask(socket, Requests.show(), Duration.ofSeconds(1));
    }
    calibrate();
    return Main.commandLine().execute("check", "DOWN=20ms~2ms", "RATE=8mbit");
  }

  private static void calibrate() {
    Thread.ofPlatform().daemon().start(() -> Main.commandLine().execute("peer"));
    Plan.Door door = new Plan.Door("peer", Plan.PEER_PORT, Link.NOTHING_ADDED);
    Main.commandLine()
        .execute(
            "probe", "--host", "127.0.0.1", "--quick", new Plan(List.of(door, door)).toString());
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
