package nearfar.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.util.concurrent.ScheduledExecutorService;

/**
 * Greets a client in this process. Afterwards all classes are loaded, and virtual threads have the
 * descriptors that they need: the server greets its first client as fast as any other, and can go
 * on when it runs out of descriptors.
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
        GreetingConnection connection =
            new GreetingConnection(listener.accept(), "", greeting, ServerOptions.DEFAULTS, timer);
        connection.begin();
        connection.look();
        Thread server = Thread.startVirtualThread(connection::finish);
        client.getInputStream().readAllBytes();
        client.shutdownOutput();
        server.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
