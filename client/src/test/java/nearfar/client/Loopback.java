package nearfar.client;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A listener on 127.0.0.1 that runs a handler on each connection; close() closes them all. */
public final class Loopback implements AutoCloseable {

  public static final Limits QUICK = new Limits(Duration.ofSeconds(2), Duration.ofSeconds(5), 1000);

  /** Handles a connection; an open connection stays open until the listener is closed. */
  public interface Handler {
    void handle(Socket connection) throws IOException, InterruptedException;
  }

  /**
   * More than any test connects at once: a full backlog drops SYNs, which come again seconds later.
   */
  private static final int BACKLOG = 2000;

  private final ServerSocket listener;
  private final List<Socket> connections = new ArrayList<>();

  public Loopback(Handler handler) throws IOException {
    this(0, handler);
  }

  /** Listens on a given port, for a restarted server. */
  public Loopback(int port, Handler handler) throws IOException {
    listener = new ServerSocket();
    listener.setReuseAddress(true);
    listener.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), BACKLOG);
    Thread.ofVirtual().start(() -> acceptAll(handler));
  }

  public static Loopback greeting(String text) throws IOException {
    return new Loopback(connection -> {
      connection.getOutputStream().write(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
      connection.close();
    });
  }

  /** Answers one request and keeps the connection open; closes it after any other request. */
  public static Loopback answering(String request, String answer) throws IOException {
    return new Loopback(connection -> {
      byte[] came = connection.getInputStream().readNBytes(request.length());
      if (request.equals(new String(came, java.nio.charset.StandardCharsets.UTF_8))) {
        connection
            .getOutputStream()
            .write(answer.getBytes(java.nio.charset.StandardCharsets.UTF_8));
      } else {
        connection.close();
      }
    });
  }

  /** Leaves a client time to receive the first byte before it sends the next. */
  public static Loopback byteByByte(String text) throws IOException {
    return new Loopback(connection -> {
      connection.setTcpNoDelay(true);
      for (byte b : text.getBytes(java.nio.charset.StandardCharsets.UTF_8)) {
        connection.getOutputStream().write(b);
        java.util.concurrent.locks.LockSupport.parkNanos(50_000_000);
      }
      connection.close();
    });
  }

  /** Sends the first byte, and the rest once the client has gone, or has stayed for a second. */
  public static Loopback firstThenRest(String text) throws IOException {
    byte[] bytes = text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    return new Loopback(connection -> {
      connection.getOutputStream().write(bytes[0]);
      connection.setSoTimeout(1000);
      try {
        if (connection.getInputStream().read() < 0) {
          connection.close();
          return;
        }
      } catch (java.net.SocketTimeoutException itStays) {
        // It reads on.
      }
      connection.getOutputStream().write(bytes, 1, bytes.length - 1);
      connection.close();
    });
  }

  private void acceptAll(Handler handler) {
    while (true) {
      try {
        Socket connection = listener.accept();
        synchronized (connections) {
          connections.add(connection);
        }
        handler.handle(connection);
      } catch (IOException e) {
        if (listener.isClosed()) {
          return;
        }
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  public int port() {
    return listener.getLocalPort();
  }

  GreetingClient client(Limits limits) {
    return new GreetingClient("127.0.0.1", port(), limits);
  }

  GreetingClient client(Dialogue dialogue) {
    return new GreetingClient("127.0.0.1", port(), QUICK, dialogue);
  }

  /** A port of 127.0.0.1 that very likely has no listener. */
  public static int closedPort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
    synchronized (connections) {
      for (Socket connection : connections) {
        connection.close();
      }
    }
  }
}
