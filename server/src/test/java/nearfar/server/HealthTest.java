package nearfar.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class HealthTest {

  private static final long LIMIT = TimeUnit.MILLISECONDS.toNanos(500);
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(10);

  private static String problemWithOneThatSends(String text) throws Exception {
    try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread server =
          Thread.startVirtualThread(() -> {
            try (Socket client = listener.accept()) {
              client.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
      String problem =
          Health.problemWith((InetSocketAddress) listener.getLocalSocketAddress(), PATIENCE);
      server.join();
      return problem;
    }
  }

  @Test
  void aWholeGreetingIsHealth() throws Exception {
    assertNull(problemWithOneThatSends("hello\n"));
  }

  @Test
  void aGreetingThatIsCutIsNot() throws Exception {
    assertEquals("closed after 3 bytes without a whole greeting", problemWithOneThatSends("hel"));
    assertEquals("closed after 0 bytes without a whole greeting", problemWithOneThatSends(""));
  }

  @Test
  void aServerThatNeverAcceptsIsNot() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertEquals(
          "no whole greeting within 500 ms",
          Health.problemWith((InetSocketAddress) silent.getLocalSocketAddress(), LIMIT));
    }
  }

  @Test
  void theServerIsFoundAsTheServerFindsItself() {
    assertEquals("/127.0.0.1:4444", Health.address(null, null).toString());
    assertEquals("/127.0.0.1:4444", Health.address("0.0.0.0", "").toString());
    assertEquals("/127.0.0.2:5", Health.address("127.0.0.2", "5").toString());
    assertThrows(IllegalArgumentException.class, () -> Health.address(null, "0"));
    assertThrows(IllegalArgumentException.class, () -> Health.address(null, "x"));
  }
}
