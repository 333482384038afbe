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
 * A port that answers nobody. It listens and never accepts, and its queue is full: then the kernel
 * drops each packet that asks for a connection. Whoever opened it closes it; connections that ask
 * again later find what listens there then.
 */
public final class Hole implements AutoCloseable {
  /** The least that Java allows, as 0 means its default of 50; the kernel admits one more. */
  private static final int BACKLOG = 1;

  private static final int ANSWER_MILLIS = 100;
  private static final int MOST = 64;

  private final ServerSocket socket = new ServerSocket();
  private final List<Socket> queue = new ArrayList<>();

  private Hole() throws IOException {}

  /**
   * Opens the hole; when it returns, nobody is answered. A stranger who got a place in the queue
   * while it was being filled is reset, as otherwise it would wait there unanswered but connected.
   * Only one whose handshake was under way in the very moment in which the queue became full does
   * wait so: the kernel drops the last packet of that handshake.
   *
   * @param patience how long to wait for the port, if somebody else has it, and for a queue without
   *     strangers; where they come too fast for that, those in the queue stay there
   * @throws IOException if the port does not become free, or the kernel answers in spite of all
   */
  public static Hole open(int port, Duration patience) throws IOException {
    return open(port, patience, listening -> {});
  }

  /** Tells when it listens and has not begun to fill its queue. */
  static Hole open(int port, Duration patience, Consumer<Hole> listening) throws IOException {
    long deadline = System.nanoTime() + patience.toNanos();
    while (true) {
      Hole hole = new Hole();
      try {
        hole.bind(port, deadline);
        listening.accept(hole);
        if (hole.fill() || System.nanoTime() > deadline) {
          return hole;
        }
      } catch (IOException failed) {
        hole.close();
        throw failed;
      }
      hole.close();
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

  /** Returns whether nobody else has a place. */
  private boolean fill() throws IOException {
    InetSocketAddress self =
        new InetSocketAddress(InetAddress.getLoopbackAddress(), socket.getLocalPort());
    for (int i = 0; i < MOST; i++) {
      Socket waiting = new Socket();
      try {
        waiting.connect(self, ANSWER_MILLIS);
      } catch (SocketTimeoutException full) {
        waiting.close();
        return queue.size() > BACKLOG;
      }
      queue.add(waiting);
    }
    throw new IOException("the kernel goes on answering, though nobody accepts");
  }

  @Override
  public void close() throws IOException {
    for (Socket waiting : queue) {
      waiting.close();
    }
    socket.close();
  }
}
