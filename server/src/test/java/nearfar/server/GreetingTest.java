package nearfar.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.SocketException;
import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What one client meets. */
class GreetingTest {

  private static final String GREETING = "connection formed successfully\n";
  private static final ServerOptions OPTIONS =
      ServerOptions.DEFAULTS.withHost("127.0.0.1").withPort(0);

  private final Events events = new Events();

  private GreetingServer start(ServerOptions options) throws IOException {
    GreetingServer server = new GreetingServer(options, events);
    server.start();
    return server;
  }

  @Test
  void aClientThatSaysNothingIsGreeted() throws Exception {
    try (GreetingServer server = start(OPTIONS)) {
      assertEquals(GREETING, Client.greetingFrom(server.port()));
      assertEquals(GREETING.length(), events.await(ServerEvent.Greeted.class).bytes());
    }
  }

  /** Rejecting happens on the thread that accepts, greeting on the one that closes. */
  @Test
  void clientsAreGreetedAndLeaveTheirPlaceAlsoWhenTheLogThrows() throws Exception {
    try (GreetingServer server =
        new GreetingServer(
            OPTIONS.withMaxConnections(1),
            event -> {
              if (!(event instanceof ServerEvent.Listening)) {
                throw new IllegalStateException("no log");
              }
            })) {
      server.start();
      try (Client first = Client.connect(server.port())) {
        assertEquals(GREETING, first.readAll());
        try (Client rejected = Client.connect(server.port())) {
          assertEquals("", rejected.readAll());
        }
      }
      String greeting = "";
      while (greeting.isEmpty()) { // until the first client's place is free
        greeting = Client.greetingFrom(server.port());
      }
      assertEquals(GREETING, greeting);
    }
  }

  @Test
  void theServerSaysWhereItListens() throws Exception {
    try (GreetingServer server = start(OPTIONS.withBacklog(7))) {
      assertNotEquals(0, server.port());
      assertEquals(
          new ServerEvent.Listening(
              "127.0.0.1",
              server.port(),
              7,
              GREETING.length(),
              ServerOptions.DEFAULTS.maxConnections()),
          events.await(ServerEvent.Listening.class));
    }
  }

  @Test
  void clientsThatConnectBeforeTheStartWaitForIt() throws Exception {
    try (GreetingServer server = new GreetingServer(OPTIONS, events);
        Client early = Client.connect(server.port())) {
      server.start();
      assertEquals(GREETING, early.readAll());
    }
  }

  @Test
  void aGreetingGoesOutAsUtf8AndEndsWithOneLineFeed() throws Exception {
    try (GreetingServer bare = start(OPTIONS.withGreeting("grüß dich, 世界"));
        GreetingServer ended = start(OPTIONS.withGreeting("two\nlines\n"))) {
      assertEquals("grüß dich, 世界\n", Client.greetingFrom(bare.port()));
      assertEquals("two\nlines\n", Client.greetingFrom(ended.port()));
    }
  }

  @Test
  void aClientThatReadsTheGreetingAndClosesIsDoneAtOnce() throws Exception {
    try (GreetingServer server = start(OPTIONS.withDrainTime(Duration.ofMinutes(1)))) {
      Client.greetingFrom(server.port());
      events.await(ServerEvent.Greeted.class);
    }
  }

  @Test
  void aClientThatTalksFirstGetsTheWholeGreeting() throws Exception {
    SplittableRandom random = new SplittableRandom();
    try (GreetingServer server = start(OPTIONS)) {
      for (int i = 0; i < 300; i++) {
        int bytes = random.nextInt(1, 128 * 1024);
        try (Client client = Client.connect(server.port())) {
          client.send(bytes);
          assertEquals(GREETING, client.readAll(), () -> "after " + bytes + " bytes");
        }
        assertEquals(bytes, events.await(ServerEvent.Greeted.class).drainedBytes());
      }
    }
  }

  @Test
  void aClientThatSendsMegabytesGetsTheWholeGreeting() throws Exception {
    int bytes = 60 << 20;
    try (GreetingServer server = start(OPTIONS);
        Client client = Client.connect(server.port())) {
      client.send(bytes);
      assertEquals(GREETING, client.readAll());
      client.leave();
      assertEquals(bytes, events.await(ServerEvent.Greeted.class).drainedBytes());
    }
  }

  @Test
  void aGreetingOfMegabytesArrivesWholeAlsoWhenTheClientSendsAsMuchBeforeItReads()
      throws Exception {
    String greeting = "0123456789abcde\n".repeat(512 * 1024);
    try (GreetingServer server = start(OPTIONS.withGreeting(greeting));
        Client client = Client.connect(server.port())) {
      client.send(16 << 20);
      assertTrue(greeting.equals(client.readAll()), "the greeting was cut or changed");
      client.leave();
      assertEquals(16 << 20, events.await(ServerEvent.Greeted.class).drainedBytes());
    }
  }

  @Test
  void aClientThatStaysIsLeftWhenItsTimeIsOver() throws Exception {
    Duration time = Duration.ofMillis(300);
    try (GreetingServer server = start(OPTIONS.withDrainTime(time))) {
      long start = System.nanoTime();
      try (Client client = Client.connect(server.port())) {
        assertEquals(GREETING, client.readAll());
        events.await(ServerEvent.Greeted.class);
        Duration took = Client.since(start);
        assertTrue(took.compareTo(time) >= 0, () -> "left after " + took + ", before " + time);
      }
    }
  }

  @Test
  void aClientThatSendsWithoutEndIsLeftAtTheLimit() throws Exception {
    try (GreetingServer server = start(OPTIONS.withDrainBytes(1 << 20));
        Client client = Client.connect(server.port())) {
      assertThrows(SocketException.class, () -> client.send(Integer.MAX_VALUE));
      assertEquals(1 << 20, events.await(ServerEvent.Greeted.class).drainedBytes());
    }
  }

  @Test
  void aClientThatNeverReadsALargeGreetingIsCutOffByAResetNotByAnEnd() throws Exception {
    ServerOptions options =
        OPTIONS.withGreeting("x".repeat(4 << 20)).withStallTime(Duration.ofMillis(200));
    try (GreetingServer server = start(options);
        Client client = Client.connect(server.port(), 4096)) {
      assertEquals("stalled", events.await(ServerEvent.Failed.class).reason());
      SocketException problem = assertThrows(SocketException.class, client::readAll);
      assertEquals("Connection reset", problem.getMessage());
    }
  }

  @Test
  void aClientThatGoesAwayInTheMiddleIsAFailureNotAGreeting() throws Exception {
    try (GreetingServer server = start(OPTIONS.withGreeting("x".repeat(4 << 20)))) {
      try (Client client = Client.connect(server.port(), 4096)) {
        client.read(10);
      }
      assertEquals("reset", events.await(ServerEvent.Failed.class).reason());
    }
  }
}
