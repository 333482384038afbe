package nearfar.client;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * Loads the classes that a watch needs before its first exchange, by watching a temporary loopback
 * server. In a cold JVM, class loading takes most of the first connect time.
 */
public final class WarmUp {

  private static final int EXCHANGES = 20;
  private static final byte[] GREETING = {'h', 'i', '\n'};

  private WarmUp() {}

  /** Leaves no thread and no socket behind; prints nothing. */
  public static void run(Limits limits, Function<LineWriter, WatchLog> logTo) {
    WatchLog log = logTo.apply(new LineWriter(new PrintStream(OutputStream.nullOutputStream())));
    InetAddress loopback = InetAddress.getLoopbackAddress();
    GreetingClient client;
    try (ServerSocket server = new ServerSocket(0, EXCHANGES, loopback)) {
      client = new GreetingClient(loopback.getHostAddress(), server.getLocalPort(), limits);
      Thread.ofPlatform().daemon().start(() -> greetAll(server));
      new Watch(client, Duration.ofNanos(1), OptionalLong.of(EXCHANGES - 1), log).run();
      log.exchanged(expecting(client).exchange(OutputStream.nullOutputStream()));
    } catch (IOException e) {
      return; // no loopback interface: the first times are those of a cold JVM
    }
    log.exchanged(
        client.exchange(OutputStream.nullOutputStream())); // loads the classes for a refusal
  }

  private static GreetingClient expecting(GreetingClient client) {
    Dialogue dialogue = new Dialogue(Payload.NOTHING, Payload.parse("\\n"), false);
    return new GreetingClient(client.host(), client.port(), client.limits(), dialogue);
  }

  private static void greetAll(ServerSocket server) {
    for (int i = 0; i < EXCHANGES; i++) {
      try (Socket socket = server.accept()) {
        socket.getOutputStream().write(GREETING);
      } catch (IOException e) {
        return;
      }
    }
  }
}
