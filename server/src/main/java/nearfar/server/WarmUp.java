package nearfar.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ScheduledExecutorService;

/**
 * Greets a client of its own, over a connection that nobody else sees. Afterwards all classes are
 * loaded and what virtual threads need of the system is open: the first client is greeted as fast
 * as any other, and a server that runs out of descriptors needs none to go on.
 */
final class WarmUp {

  private WarmUp() {}

  static void run(ScheduledExecutorService timer) throws IOException {
    var _ = ServerEvent.class.getPermittedSubclasses();
    InetAddress here = InetAddress.getLoopbackAddress();
    try (ServerSocket listener = new ServerSocket(0, 1, here);
        Socket client = new Socket(here, listener.getLocalPort())) {
      byte[] greeting = {'\n'};
      Exchange exchange =
          new Exchange(listener.accept(), "", greeting, ServerOptions.DEFAULTS, timer);
      Thread server = Thread.startVirtualThread(exchange::run);
      client.getInputStream().readAllBytes();
      client.shutdownOutput();
      server.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
