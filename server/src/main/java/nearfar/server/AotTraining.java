package nearfar.server;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Trains the image's ahead-of-time cache: runs the server, greets clients and exits, while the JVM
 * records the classes that it loads. Takes the server's options and exits with its status.
 */
final class AotTraining {

  private static final int CLIENTS = 50;
  private static final long LIMIT = TimeUnit.SECONDS.toNanos(20);

  private AotTraining() {}

  public static void main(String... args) throws Exception {
    Thread.ofPlatform().daemon().start(() -> System.exit(train() == null ? 0 : 1));
    Main.main(args);
  }

  private static @Nullable String train() {
    InetSocketAddress server =
        Health.address(System.getenv("NEARFAR_HOST"), System.getenv("NEARFAR_PORT"));
    long deadline = System.nanoTime() + LIMIT;
    String problem = Health.problemWith(server, LIMIT);
    while (problem != null && System.nanoTime() < deadline) {
      Thread.onSpinWait();
      problem = Health.problemWith(server, LIMIT);
    }
    for (int i = 0; i < CLIENTS && problem == null; i++) {
      talkFirst(server);
      problem = Health.problemWith(server, LIMIT);
    }
    if (problem != null) {
      System.err.println("AOT training: " + problem);
    }
    return problem;
  }

  private static void talkFirst(InetSocketAddress server) {
    try (Socket socket = new Socket(server.getAddress(), server.getPort())) {
      OutputStream out = socket.getOutputStream();
      out.write(new byte[32 * 1024]);
      socket.shutdownOutput();
      socket.getInputStream().skipNBytes(1);
    } catch (IOException e) {
      // The next probe reports it.
    }
  }
}
