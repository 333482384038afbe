package nearfar.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
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
    try (ServerSocketChannel listener = ServerSocketChannel.open()) {
      listener.bind(new InetSocketAddress(here, 0), 1);
      try (Socket client = new Socket(here, listener.socket().getLocalPort())) {
        ByteBuffer greeting = ByteBuffer.wrap(new byte[] {'\n'});
        Exchange exchange =
            new Exchange(listener.accept(), "", greeting, ServerOptions.DEFAULTS, timer);
        exchange.begin();
        exchange.look();
        Thread server = Thread.startVirtualThread(exchange::finish);
        client.getInputStream().readAllBytes();
        client.shutdownOutput();
        server.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
