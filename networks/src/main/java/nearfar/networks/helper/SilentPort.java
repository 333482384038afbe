package nearfar.networks.helper;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A port that answers no connection attempt. It listens, never accepts, and its queue is full: the
 * kernel then drops each SYN. The creator closes it; a retried SYN then reaches the next listener.
 */
public final class SilentPort implements AutoCloseable {
  /** The smallest value that Java allows: 0 means 50. The kernel admits one more. */
  private static final int BACKLOG = 1;

  private static final int ANSWER_MILLIS = 100;
  private static final int MAX_CONNECTIONS = 64;

  private final ServerSocket socket = new ServerSocket();
  private final List<Socket> queue = new ArrayList<>();

  private SilentPort() throws IOException {}

  /**
   * Opens the port; on return no connection attempt is answered. A client that got into the queue
   * before it was full is reset, or it would stay connected and unanswered. One case remains: for a
   * handshake that was in progress when the queue became full, the kernel drops the last packet.
   *
   * @param patience how long to wait for a port that is in use, and for a queue without clients;
   *     after that, clients in the queue stay there
   * @throws IOException if the port does not become free, or the kernel still answers
   */
  public static SilentPort open(int port, Duration patience) throws IOException {
    return open(port, patience, listening -> {});
  }

  /** For tests: calls {@code listening} before it fills the queue. */
  static SilentPort open(int port, Duration patience, Consumer<SilentPort> listening)
      throws IOException {
    long deadline = System.nanoTime() + patience.toNanos();
    while (true) {
      SilentPort silentPort = new SilentPort();
      try {
        silentPort.bind(port, deadline);
        listening.accept(silentPort);
        if (silentPort.fill() || System.nanoTime() > deadline) {
          return silentPort;
        }
      } catch (IOException failed) {
        silentPort.close();
        throw failed;
      }
      silentPort.close();
    }
  }

  /** Where it is. */
  public int port() {
    return socket.getLocalPort();
  }

  private void bind(int port, long deadline) throws IOException {
    while (!socket.isBound()) {
      try {
        socket.bind(new InetSocketAddress(port), BACKLOG);
      } catch (IOException taken) {
        if (System.nanoTime() > deadline) {
          throw new IOException("port %d: %s".formatted(port, taken.getMessage()), taken);
        }
        java.util.concurrent.locks.LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
      }
    }
  }

  /** Returns whether the queue holds no client. */
  private boolean fill() throws IOException {
    InetSocketAddress self =
        new InetSocketAddress(InetAddress.getLoopbackAddress(), socket.getLocalPort());
    for (int i = 0; i < MAX_CONNECTIONS; i++) {
      Socket queued = new Socket();
      try {
        queued.connect(self, ANSWER_MILLIS);
      } catch (SocketTimeoutException full) {
        queued.close();
        return queue.size() > BACKLOG;
      }
      queue.add(queued);
    }
    throw new IOException("the kernel still answers connection attempts");
  }

  @Override
  public void close() throws IOException {
    for (Socket queued : queue) {
      queued.close();
    }
    socket.close();
  }
}
