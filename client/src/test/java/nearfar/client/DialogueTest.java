package nearfar.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Exchanges with services that are not greeting servers. */
@Timeout(30)
class DialogueTest {

  private final ByteArrayOutputStream received = new ByteArrayOutputStream();

  @Test
  void theExchangeEndsWithTheExpectedBytesThoughTheConnectionStaysOpen() throws IOException {
    try (Loopback server = Loopback.answering("PING\r\n", "+PONG\r\nmore")) {
      Exchange.Greeted greeted = greeted(exchange(server, "PING\\r\\n", "PONG\\r\\n", false));
      assertEquals("+PONG\r\n", received.toString(UTF_8));
      assertEquals(7, greeted.received().bytes());
    }
  }

  @Test
  void theExchangeContinuesUntilTheExpectedBytesArrive() throws IOException {
    try (Loopback server = Loopback.byteByByte("123456789")) {
      Exchange.Greeted greeted = greeted(exchange(server, "", "789", false));
      // The check value of the catalogue of checksums for these nine digits.
      assertEquals("e3069283", greeted.received().checksum());
    }
  }

  @Test
  void anAnswerWithoutTheExpectedBytesIsUnexpectedAndAnEmptyOneIsNoGreeting() throws IOException {
    try (Loopback server = Loopback.greeting("-ERR\r\n")) {
      Exchange.Failed failed = failed(exchange(server, "", "PONG", false));
      assertEquals(Reason.UNEXPECTED, failed.reason());
      assertEquals(6, failed.received().bytes());
    }
    try (Loopback server = new Loopback(java.net.Socket::close)) {
      assertEquals(
          Reason.CLOSED_WITHOUT_GREETING, failed(exchange(server, "", "PONG", false)).reason());
    }
  }

  @Test
  void aServiceThatSendsOtherBytesAndStaysOpenTimesOut() throws IOException {
    Limits limits =
        new Limits(java.time.Duration.ofSeconds(2), java.time.Duration.ofMillis(200), 1000);
    try (Loopback server = Loopback.answering("PING", "-ERR")) {
      Dialogue dialogue = new Dialogue(Payload.parse("PING"), Payload.parse("PONG"), false);
      GreetingClient client = new GreetingClient("127.0.0.1", server.port(), limits, dialogue);
      assertEquals(Reason.READ_TIMEOUT, failed(client.exchange(received)).reason());
    }
  }

  @Test
  void aClientThatReadsOnceTakesTheFirstPieceAsTheWhole() throws IOException {
    try (Loopback server = Loopback.firstThenRest("12345")) {
      assertEquals(1, greeted(exchange(server, "", "", true)).received().bytes());
    }
    try (Loopback server = Loopback.greeting("x".repeat(2000))) {
      Dialogue once = new Dialogue(Payload.NOTHING, Payload.NOTHING, true);
      Exchange exchange =
          new GreetingClient("127.0.0.1", server.port(), Limits.DEFAULTS, once).exchange(received);
      assertEquals(1024, greeted(exchange).received().bytes());
    }
  }

  @Test
  void aClientThatReadsOnceMissesLaterBytes() throws IOException {
    try (Loopback server = Loopback.firstThenRest("+PONG")) {
      assertEquals(Reason.UNEXPECTED, failed(exchange(server, "", "PONG", true)).reason());
    }
  }

  private Exchange exchange(Loopback server, String send, String expect, boolean readsOnce) {
    Dialogue dialogue = new Dialogue(Payload.parse(send), Payload.parse(expect), readsOnce);
    return server.client(dialogue).exchange(received);
  }

  private static Exchange.Greeted greeted(Exchange exchange) {
    return assertInstanceOf(Exchange.Greeted.class, exchange, exchange.toString());
  }

  private static Exchange.Failed failed(Exchange exchange) {
    return assertInstanceOf(Exchange.Failed.class, exchange, exchange.toString());
  }
}
