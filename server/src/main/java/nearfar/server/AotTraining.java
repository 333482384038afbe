package nearfar.server;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The server's whole life in one short run, while the JVM records what it loads: the training for
 * the image's ahead-of-time cache. Takes the server's flags; ends by itself, with the server's
 * status.
 */
final class AotTraining {

  private static final int CLIENTS = 50;
  private static final long LIMIT = TimeUnit.SECONDS.toNanos(20);

  private AotTraining() {}

  public static void main(String... args) throws Exception {
    Thread.ofPlatform().daemon().start(() -> System.exit(rehearse() == null ? 0 : 1));
    Main.main(args);
  }

  private static @Nullable String rehearse() {
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
      System.err.println("rehearsal: " + problem);
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
      // The probe that follows will tell.
    }
  }
}
