package nearfar.networks.toxiproxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import eu.rekawek.toxiproxy.ToxiproxyClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The errors when there is no Toxiproxy at the gateway's address. */
class GatewayFailureTest {
  private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();
  private static final Route ROUTE = new Route("wan", "0.0.0.0:4444", "origin:4444");

  @Test
  void anApiThatTakesTheConnectionAndSaysNothingIsSilentWithinTheTimeOut() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 50, LOOPBACK)) {
      GatewayException failure =
          assertTimeoutPreemptively(Duration.ofSeconds(10), () -> failureAt(silent.getLocalPort()));
      assertTrue(failure.silent());
    }
  }

  @Test
  void aPortThatNobodyListensOnIsRefused() throws IOException {
    int port;
    try (ServerSocket closed = new ServerSocket(0, 50, LOOPBACK)) {
      port = closed.getLocalPort();
    }
    GatewayException failure = failureAt(port);
    assertEquals("the gateway's API refuses connections", failure.getMessage());
    assertFalse(failure.silent());
  }

  @Test
  void aNameThatNobodyKnowsIsSaidToBeUnknown() {
    GatewayException failure =
        assertThrows(
            GatewayException.class,
            () -> new Gateway("gateway.invalid", 8474, ROUTE).compare(ToxicPlan.hold()));
    assertTrue(failure.getMessage().contains("nobody knows the name"), failure.getMessage());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "404 | {\"error\":\"proxy not found\",\"status\":404} | proxy not found",
        "500 | {\"oops\":1}                                   | not Toxiproxy's",
        "500 |                                                | not Toxiproxy's",
        "503 | <html>busy</html>                              | not Toxiproxy's",
        "200 | <html>hello</html>                             | not Toxiproxy's",
        "200 | {}                                             | not Toxiproxy's",
        "200 | []                                             | not Toxiproxy's",
        "200 |                                                | not Toxiproxy's",
        "500 | {\"error\":\"a\\nb\",\"status\":500}              | failed: ",
      })
  void anAnswerThatIsNotAsExpectedBecomesAMessageOfOurs(int status, String body, String expected)
      throws IOException {
    HttpServer other = HttpServer.create(new InetSocketAddress(LOOPBACK, 0), 0);
    byte[] bytes = (body == null ? "" : body).getBytes(StandardCharsets.UTF_8);
    other.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    other.start();
    try {
      GatewayException failure = failureAt(other.getAddress().getPort());
      assertTrue(failure.getMessage().contains(expected), failure.getMessage());
    } finally {
      other.stop(0);
    }
  }

  @Test
  @Timeout(30)
  void anAnswerThatNeverEndsIsEnded() throws IOException {
    try (ServerSocket tooLong = new ServerSocket(0, 50, LOOPBACK)) {
      Thread.ofVirtual().start(() -> drip(tooLong));
      ToxiproxyClient client = Gateway.client("127.0.0.1", tooLong.getLocalPort());
      GatewayException failure =
          assertThrows(
              GatewayException.class,
              () -> GatewayException.translate(client::getProxies, Duration.ofSeconds(1)));
      assertEquals("the gateway's API came to no end within 1s", failure.getMessage());
      assertFalse(failure.silent());
    }
  }

  /** Always sends the next byte before the time-out. */
  private static void drip(ServerSocket listener) {
    try (Socket visitor = listener.accept()) {
      visitor.setSoTimeout(100);
      visitor.getOutputStream().write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.UTF_8));
      while (true) {
        visitor.getOutputStream().write(' ');
        listenForAWhile(visitor);
      }
    } catch (IOException gone) {
      // Expected.
    }
  }

  private static void listenForAWhile(Socket visitor) throws IOException {
    try {
      visitor.getInputStream().readAllBytes();
    } catch (SocketTimeoutException nothing) {
      // Expected: the client waits for its answer.
    }
  }

  private static GatewayException failureAt(int port) {
    return assertThrows(
        GatewayException.class,
        () -> new Gateway("127.0.0.1", port, ROUTE).compare(ToxicPlan.hold()));
  }
}
