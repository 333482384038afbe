package nearfar.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;

/** Arbitrary greetings; the first byte selects whether the server resets the connection. */
class GreetingClientFuzzTest {
  private static volatile byte[] greeting = {};
  private static volatile boolean reset;
  private static Loopback server;

  @BeforeAll
  static void serve() throws IOException {
    server =
        new Loopback(connection -> {
          connection.getOutputStream().write(greeting);
          if (reset) {
            connection.setSoLinger(true, 0);
          }
          connection.close();
        });
  }

  @AfterAll
  static void close() throws IOException {
    server.close();
  }

  @Timeout(30)
  @FuzzTest
  void whateverAServerSendsIsAGreetingOrAFailureWithItsReason(byte[] input) {
    reset = input.length > 0 && (input[0] & 1) != 0;
    greeting = input.length == 0 ? input : Arrays.copyOfRange(input, 1, input.length);
    GreetingClient client = new GreetingClient("127.0.0.1", server.port(), Loopback.QUICK);
    ByteArrayOutputStream came = new ByteArrayOutputStream();
    switch (client.exchange(came)) {
      case Exchange.Greeted greeted -> {
        assertEquals(greeting.length, greeted.received().bytes());
        assertTrue(Arrays.equals(greeting, came.toByteArray()), came::toString);
      }
      case Exchange.Failed failed -> {
        assertTrue(failed.detail().startsWith("127.0.0.1:"), failed.detail());
        assertTrue(reset || greeting.length == 0 || greeting.length > 1000, failed.detail());
      }
    }
  }
}
