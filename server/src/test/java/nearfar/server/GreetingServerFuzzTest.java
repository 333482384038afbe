package nearfar.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;

/**
 * What a client may send, and how it may leave: its first byte says how many of the others it sends
 * before it reads, whether it ends its side first, and whether it leaves by a reset.
 */
class GreetingServerFuzzTest {
  private static final String GREETING = ServerOptions.DEFAULTS.greeting();
  private static final int PATIENCE_MILLIS = 10_000;

  private static GreetingServer server;

  @BeforeAll
  static void start() throws IOException {
    server = new GreetingServer(ServerOptions.DEFAULTS.withHost("127.0.0.1").withPort(0), _ -> {});
    server.start();
  }

  @AfterAll
  static void close() {
    server.close();
  }

  @Timeout(30)
  @FuzzTest
  void whateverAClientSendsItIsGreetedAndSoIsTheNext(byte[] input) throws IOException {
    int manner = input.length == 0 ? 0 : input[0];
    int before = Math.min(input.length, manner & 0x0f);
    boolean endsItsSide = (manner & 0x10) != 0;
    boolean resets = (manner & 0x20) != 0;
    try (Socket client = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      client.setSoTimeout(PATIENCE_MILLIS);
      client.getOutputStream().write(input, 0, before);
      if (endsItsSide) {
        client.shutdownOutput();
      }
      assertEquals(GREETING, greeting(client));
      if (!endsItsSide) {
        client.getOutputStream().write(input, before, input.length - before);
      }
      if (resets) {
        client.setSoLinger(true, 0);
      }
    }
    assertEquals(GREETING, Client.greetingFrom(server.port()));
  }

  private static String greeting(Socket client) throws IOException {
    return new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
