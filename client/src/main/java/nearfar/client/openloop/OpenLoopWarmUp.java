package nearfar.client.openloop;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import nearfar.client.GreetingClient;
import nearfar.client.Limits;

/**
 * Loads the classes that a load needs before its first arrival, with a small load on a temporary
 * loopback server.
 */
public final class OpenLoopWarmUp {

  private static final OpenLoopPlan PLAN =
      new OpenLoopPlan(10, 1000, Duration.ofMillis(100), Duration.ZERO);
  private static final byte[] GREETING = {'h', 'i', '\n'};

  private OpenLoopWarmUp() {}

  /** Leaves no thread and no socket behind; prints nothing. */
  public static void run() {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    try (ServerSocket server = new ServerSocket(0, PLAN.clients(), loopback)) {
      GreetingClient target =
          new GreetingClient(loopback.getHostAddress(), server.getLocalPort(), Limits.DEFAULTS);
      Thread.ofPlatform().daemon().start(() -> greetAll(server));
      try (OpenLoop load = new OpenLoop(target, loopback, PLAN, _ -> {})) {
        load.run();
      }
    } catch (IOException e) {
      return; // no loopback interface: the first times are those of a cold JVM
    }
  }

  private static void greetAll(ServerSocket server) {
    while (!server.isClosed()) {
      try (Socket socket = server.accept()) {
        socket.getOutputStream().write(GREETING);
      } catch (IOException e) {
        // The client or the server has closed the socket.
      }
    }
  }
}
