package nearfar.networks.helper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class HoleTest {
  private static final Duration PATIENCE = Duration.ofSeconds(3);
  private static final int UNANSWERED_MILLIS = 300;
  private static final InetAddress HERE = InetAddress.getLoopbackAddress();

  @Test
  void nobodyIsAnswered() throws IOException {
    try (Hole hole = Hole.open(0, PATIENCE);
        Socket asking = new Socket()) {
      assertThrows(
          SocketTimeoutException.class,
          () -> asking.connect(new InetSocketAddress(HERE, hole.port()), UNANSWERED_MILLIS));
    }
  }

  @RepeatedTest(5)
  void whoComesWhileItIsBeingFilledIsNotLeftWaitingInItsQueue() throws Exception {
    InetSocketAddress where = free();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      CompletableFuture<String> stranger =
          CompletableFuture.supplyAsync(() -> comeAsSoonAsSomebodyListens(where), threads);
      try (Hole hole = Hole.open(where.getPort(), PATIENCE)) {
        assertEquals(where.getPort(), hole.port());
        assertEquals("unanswered or ended", stranger.get(10, TimeUnit.SECONDS));
      }
    }
  }

  private static String comeAsSoonAsSomebodyListens(InetSocketAddress where) {
    while (true) {
      try (Socket socket = new Socket()) {
        try {
          socket.connect(where, UNANSWERED_MILLIS);
        } catch (SocketTimeoutException unanswered) {
          return "unanswered or ended";
        } catch (IOException nobodyListens) {
          continue;
        }
        return whatIsHeard(socket);
      } catch (IOException closing) {
        return closing.toString();
      }
    }
  }

  private static String whatIsHeard(Socket socket) throws IOException {
    socket.setSoTimeout(2000);
    try {
      socket.getInputStream().read();
      return "unanswered or ended";
    } catch (SocketTimeoutException waiting) {
      return "connected, and left waiting";
    } catch (IOException reset) {
      return "unanswered or ended";
    }
  }

  private static InetSocketAddress free() throws IOException {
    try (ServerSocket probe = new ServerSocket(0, 1, HERE)) {
      return new InetSocketAddress(HERE, probe.getLocalPort());
    }
  }
}
