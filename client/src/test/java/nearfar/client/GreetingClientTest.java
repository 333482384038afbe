package nearfar.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GreetingClientTest {

  private static final Limits QUICK = Loopback.QUICK;

  @Test
  void theWholeGreetingArrives() throws IOException {
    ByteArrayOutputStream received = new ByteArrayOutputStream();
    try (Loopback server = Loopback.greeting("grüß dich\n")) {
      Exchange.Greeted greeted = greeted(server.client(QUICK).exchange(received));
      assertEquals("grüß dich\n", received.toString(UTF_8));
      assertEquals(12, greeted.received().bytes());
      assertTrue(greeted.connectTook().orElseThrow() > 0);
      assertTrue(greeted.greetingTook() >= greeted.connectTook().orElseThrow());
      assertTrue(greeted.endNanos() >= greeted.lastByteNanos());
    }
  }

  @Test
  void aGreetingInPiecesOfOneByteIsOneGreeting() throws IOException {
    byte[] bytes = new byte[300];
    new Random(4444).nextBytes(bytes);
    Loopback.Handler byteByByte =
        connection -> {
          connection.setTcpNoDelay(true);
          for (byte b : bytes) {
            connection.getOutputStream().write(b);
          }
          connection.close();
        };
    ByteArrayOutputStream received = new ByteArrayOutputStream();
    try (Loopback server = new Loopback(byteByByte)) {
      assertEquals(300, greeted(server.client(QUICK).exchange(received)).received().bytes());
    }
    org.junit.jupiter.api.Assertions.assertArrayEquals(bytes, received.toByteArray());
  }

  @Test
  void aPortWithoutAListenerIsRefused() throws IOException {
    failsWith(Reason.REFUSED, new GreetingClient("127.0.0.1", Loopback.closedPort(), QUICK));
  }

  @Test
  void anAddressWithoutARouteIsUnreachable() {
    // No packet leaves: the kernel has no TCP route to the broadcast address.
    failsWith(Reason.UNREACHABLE, new GreetingClient("255.255.255.255", 9, QUICK));
  }

  @Test
  void aReservedNameIsUnknown() {
    Exchange.Failed failed =
        failsWith(Reason.NAME_UNKNOWN, new GreetingClient("nobody.invalid", 4444, QUICK));
    assertTrue(failed.connectedNanos().isEmpty());
  }

  @Test
  void aResetIsDistinguishedFromAClose() throws IOException {
    Loopback.Handler reset =
        connection -> {
          connection.setSoLinger(true, 0);
          connection.close();
        };
    try (Loopback server = new Loopback(reset)) {
      failsWith(Reason.RESET, server.client(QUICK));
    }
    try (Loopback server = new Loopback(Socket::close)) {
      failsWith(Reason.CLOSED_WITHOUT_GREETING, server.client(QUICK));
    }
  }

  @Test
  void aResetInTheMiddleOfAGreetingIsNoGreeting() throws IOException {
    OutputStream nothing = OutputStream.nullOutputStream();
    java.util.concurrent.CountDownLatch firstPart = new java.util.concurrent.CountDownLatch(1);
    Loopback.Handler half =
        connection -> {
          connection.getOutputStream().write(new byte[10]);
          firstPart.await(); // a reset would overtake what is not yet read
          connection.setSoLinger(true, 0);
          connection.close();
        };
    OutputStream sink =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            nothing.write(b);
            firstPart.countDown();
          }
        };
    try (Loopback server = new Loopback(half)) {
      Exchange.Failed failed =
          assertInstanceOf(Exchange.Failed.class, server.client(QUICK).exchange(sink));
      assertEquals(Reason.RESET, failed.reason());
      assertTrue(failed.detail().endsWith("only 10 bytes came"), failed.detail());
      assertEquals(10, failed.received().bytes());
    }
  }

  @Test
  void aServerThatStaysSilentTimesOutReading() throws IOException {
    Limits limits = new Limits(Duration.ofSeconds(2), Duration.ofMillis(150), 1000);
    try (Loopback server = new Loopback(_ -> {})) {
      Exchange.Failed failed = failsWith(Reason.READ_TIMEOUT, server.client(limits));
      assertTrue(failed.connectTook().isPresent());
      tookAbout(Duration.ofMillis(150), failed);
    }
  }

  @Test
  void aServerThatTricklesIsNotWaitedForLongerThanTheReadTimeOut() throws IOException {
    Limits limits = new Limits(Duration.ofSeconds(2), Duration.ofMillis(200), 1_000_000);
    Loopback.Handler trickle =
        connection -> {
          long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
          while (System.nanoTime() < end) {
            connection.getOutputStream().write('x'); // fails once the client has gone
            java.util.concurrent.locks.LockSupport.parkNanos(1_000_000);
          }
        };
    try (Loopback server = new Loopback(trickle)) {
      tookAbout(Duration.ofMillis(200), failsWith(Reason.READ_TIMEOUT, server.client(limits)));
    }
  }

  @Test
  void aListenerWhoseBacklogIsFullTimesOutConnecting() throws IOException {
    Limits limits = new Limits(Duration.ofMillis(150), Duration.ofSeconds(5), 1000);
    List<Socket> fillers = new ArrayList<>();
    InetAddress loopback = InetAddress.ofLiteral("127.0.0.1");
    try (ServerSocket listener = new ServerSocket(0, 1, loopback)) {
      try {
        while (fillers.size() < 10) {
          Socket filler = new Socket();
          fillers.add(filler);
          filler.connect(new InetSocketAddress(loopback, listener.getLocalPort()), 100);
        }
      } catch (SocketTimeoutException e) {
        // full
      }
      Exchange.Failed failed =
          failsWith(
              Reason.CONNECT_TIMEOUT,
              new GreetingClient("127.0.0.1", listener.getLocalPort(), limits));
      assertTrue(failed.connectTook().isEmpty());
      tookAbout(Duration.ofMillis(150), failed);
    } finally {
      for (Socket filler : fillers) {
        filler.close();
      }
    }
  }

  @Test
  void aGreetingMayBeAsLongAsTheBoundAndNotAByteLonger() throws IOException {
    Limits tenBytes = new Limits(Duration.ofSeconds(2), Duration.ofSeconds(5), 10);
    try (Loopback server = Loopback.greeting("0123456789")) {
      assertEquals(
          10,
          greeted(server.client(tenBytes).exchange(OutputStream.nullOutputStream()))
              .received()
              .bytes());
    }
    try (Loopback server = Loopback.greeting("0123456789a")) {
      failsWith(Reason.TOO_LONG, server.client(tenBytes));
    }
  }

  @Test
  void theGreetingTimeEndsWithTheLastByteNotWithTheEndOfTheStream() throws Exception {
    java.util.concurrent.CountDownLatch received = new java.util.concurrent.CountDownLatch(1);
    long[] closedAt = new long[1];
    Loopback.Handler slowClose =
        connection -> {
          connection.getOutputStream().write('x');
          received.await();
          closedAt[0] = System.nanoTime();
          connection.close();
        };
    OutputStream sink =
        new OutputStream() {
          @Override
          public void write(int b) {
            received.countDown();
          }
        };
    try (Loopback server = new Loopback(slowClose)) {
      Exchange.Greeted greeted = greeted(server.client(QUICK).exchange(sink));
      assertTrue(greeted.lastByteNanos() < closedAt[0]);
      assertTrue(greeted.endNanos() > closedAt[0]);
    }
  }

  @Test
  void aClientRejectsAnInvalidPort() {
    IllegalArgumentException error =
        assertThrows(
            IllegalArgumentException.class, () -> new GreetingClient("localhost", 65_536, QUICK));
    assertEquals("'65536' is not a port (1 to 65535)", error.getMessage());
  }

  private static Exchange.Greeted greeted(Exchange exchange) {
    return assertInstanceOf(Exchange.Greeted.class, exchange);
  }

  private static Exchange.Failed failsWith(Reason reason, GreetingClient client) {
    Exchange exchange = client.exchange(OutputStream.nullOutputStream());
    Exchange.Failed failed = assertInstanceOf(Exchange.Failed.class, exchange);
    assertEquals(reason, failed.reason(), failed.detail());
    assertTrue(failed.detail().startsWith(client.host() + ":" + client.port()), failed.detail());
    return failed;
  }

  /** The lower bound is exact; the upper bound allows for a busy machine. */
  private static void tookAbout(Duration expected, Exchange exchange) {
    Duration took = Duration.ofNanos(exchange.endNanos() - exchange.startNanos());
    assertTrue(
        took.compareTo(expected) >= 0 && took.compareTo(expected.plusSeconds(3)) < 0,
        "took " + took + ", expected " + expected);
  }
}
