package nearfar.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.BindException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How a server begins and ends. */
class ClosingTest {

  private static final ServerOptions OPTIONS =
      ServerOptions.DEFAULTS.withHost("127.0.0.1").withPort(0);
  private static final String LARGE = "x".repeat(4 << 20) + "\n";

  private final Events events = new Events();

  @Test
  void aGreetingInFlightIsFinishedAndNobodyNewIsTaken() throws Exception {
    String more = "x".repeat(256 << 10) + "\n"; // than the buffers on its way hold
    GreetingServer server = new GreetingServer(OPTIONS.withGreeting(more), events);
    server.start();
    try (Client client = Client.connect(server.port(), 4096)) {
      client.read(1);
      Thread closing = Thread.startVirtualThread(server::close);
      assertEquals(1, events.await(ServerEvent.Draining.class).inFlight());
      assertThrows(ConnectException.class, () -> Client.connect(server.port()));
      assertEquals(more.length() - 1, client.readAll().length());
      client.leave();
      closing.join();
    }
    assertEquals(new ServerEvent.Drained(1, 0), events.await(ServerEvent.Drained.class));
  }

  @Test
  void aClientThatDoesNotReadIsCutOffWhenTheGraceIsOver() throws Exception {
    GreetingServer server = new GreetingServer(OPTIONS.withGreeting(LARGE), events);
    server.start();
    try (Client client = Client.connect(server.port(), 4096)) {
      client.read(1);
      long start = System.nanoTime();
      server.close();
      Duration took = Client.since(start);
      assertTrue(
          took.compareTo(GreetingServer.GRACE) >= 0
              && took.compareTo(GreetingServer.GRACE.plusSeconds(2)) < 0,
          () -> "closing took " + took + ", expected " + GreetingServer.GRACE);
      assertThrows(SocketException.class, client::readAll);
    }
    assertEquals("shutdown", events.await(ServerEvent.Failed.class).reason());
    assertEquals(new ServerEvent.Drained(0, 1), events.await(ServerEvent.Drained.class));
  }

  @Test
  void aGreetedClientThatStaysCountsAsFinished() throws Exception {
    GreetingServer server = new GreetingServer(OPTIONS, events);
    server.start();
    try (Client client = Client.connect(server.port())) {
      client.readAll();
      server.close();
    }
    assertEquals(new ServerEvent.Drained(1, 0), events.await(ServerEvent.Drained.class));
  }

  @Test
  void anIdleServerClosesAtOnceAndOnlyOnce() throws Exception {
    GreetingServer server = new GreetingServer(OPTIONS, events);
    server.start();
    server.close();
    server.close();
    assertEquals(new ServerEvent.Drained(0, 0), events.await(ServerEvent.Drained.class));
    assertThrows(IllegalStateException.class, server::start);
  }

  @Test
  void aServerThatWasNeverStartedGivesItsPortBack() throws Exception {
    GreetingServer first = new GreetingServer(OPTIONS, events);
    int port = first.port();
    first.close();
    new GreetingServer(OPTIONS.withPort(port), events).close();
  }

  @Test
  void aPortThatIsTakenIsRefusedByTheConstructor() throws Exception {
    try (GreetingServer first = new GreetingServer(OPTIONS, events)) {
      assertThrows(
          BindException.class, () -> new GreetingServer(OPTIONS.withPort(first.port()), events));
    }
  }

  @Test
  void aPortIsFreeForANewServerRightAfterTheOldOneGreeted() throws Exception {
    GreetingServer first = new GreetingServer(OPTIONS, events);
    first.start();
    Client.greetingFrom(first.port());
    first.close();
    try (GreetingServer second = new GreetingServer(OPTIONS.withPort(first.port()), events)) {
      second.start();
      assertEquals(OPTIONS.greeting(), Client.greetingFrom(second.port()));
    }
  }

  @Test
  void aHostWithoutAnAddressIsUnknown() {
    assertThrows(
        UnknownHostException.class,
        () -> new GreetingServer(OPTIONS.withHost("no such host"), events));
  }
}
