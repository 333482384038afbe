package nearfar.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.concurrent.TimeUnit;
import nearfar.common.units.Port;
import org.jspecify.annotations.Nullable;

/**
 * Asks the server beside it for a greeting: {@code java -cp server.jar nearfar.server.Health}.
 * Exits 0 if a whole greeting came within 2 s, else 1 with one line that says what came instead.
 *
 * <p>Finds the server as the server does: by {@code NEARFAR_HOST} and {@code NEARFAR_PORT}, or by
 * one argument {@code HOST:PORT} where flags moved it. Uses as little of the JDK as it can, since
 * it is started anew for every probe.
 */
final class Health {

  private static final long LIMIT = TimeUnit.SECONDS.toNanos(2);

  private Health() {}

  public static void main(String... args) {
    String problem;
    try {
      InetSocketAddress server =
          args.length == 0
              ? address(System.getenv("NEARFAR_HOST"), System.getenv("NEARFAR_PORT"))
              : address(args[0]);
      problem = problemWith(server, LIMIT);
    } catch (IllegalArgumentException e) {
      problem = e.getMessage();
    }
    if (problem != null) {
      System.err.println("unhealthy: " + problem);
      System.exit(1);
    }
  }

  private static InetSocketAddress address(String hostAndPort) {
    int colon = hostAndPort.lastIndexOf(':');
    return address(hostAndPort.substring(0, Math.max(colon, 0)), hostAndPort.substring(colon + 1));
  }

  static InetSocketAddress address(@Nullable String host, @Nullable String port) {
    try {
      int number = port == null || port.isEmpty() ? 4444 : Port.parse(port);
      return new InetSocketAddress(listensEverywhere(host) ? "127.0.0.1" : host, number);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("no server can be found at port " + port, e);
    }
  }

  private static boolean listensEverywhere(@Nullable String host) {
    return host == null || host.isEmpty() || host.equals("0.0.0.0") || host.equals("::");
  }

  /** What is wrong with the server, or null if it greets. Takes no longer than the limit. */
  static @Nullable String problemWith(InetSocketAddress server, long limitNanos) {
    long deadline = System.nanoTime() + limitNanos;
    ByteArrayOutputStream greeting = new ByteArrayOutputStream();
    try (Socket socket = new Socket(Proxy.NO_PROXY)) {
      socket.connect(server, millisecondsUntil(deadline));
      InputStream in = socket.getInputStream();
      byte[] piece = new byte[4096];
      int read = 0;
      while (read >= 0) {
        socket.setSoTimeout(millisecondsUntil(deadline));
        read = in.read(piece);
        greeting.write(piece, 0, Math.max(read, 0));
      }
    } catch (SocketTimeoutException e) {
      return "no whole greeting within " + TimeUnit.NANOSECONDS.toMillis(limitNanos) + " ms";
    } catch (IOException e) {
      return server + ": " + e.getMessage();
    }
    byte[] bytes = greeting.toByteArray();
    return bytes.length > 0 && bytes[bytes.length - 1] == '\n'
        ? null
        : "closed after " + bytes.length + " bytes without a whole greeting";
  }

  private static int millisecondsUntil(long deadline) throws SocketTimeoutException {
    long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
    if (left <= 0) {
      throw new SocketTimeoutException();
    }
    return (int) left;
  }
}
