package nearfar.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.SocketException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What clients mean to each other, and what a system at its limits means to all. */
class ConnectionLimiterTest {

  private static final String GREETING = "connection formed successfully\n";
  private static final ServerOptions OPTIONS =
      ServerOptions.DEFAULTS.withHost("127.0.0.1").withPort(0);

  private final Events events = new Events();

  @Test
  void aThousandClientsAtOnceAreAllGreeted() throws Exception {
    int clients = 1000;
    CountDownLatch connected = new CountDownLatch(clients);
    try (GreetingServer server = new GreetingServer(OPTIONS, events);
        ExecutorService crowd = Executors.newVirtualThreadPerTaskExecutor()) {
      server.start();
      List<Future<String>> greetings = new ArrayList<>();
      for (int i = 0; i < clients; i++) {
        int bytes = i % 2 * 10_000;
        greetings.add(
            crowd.submit(() -> {
              try (Client client = Client.connect(server.port())) {
                connected.countDown();
                assertTrue(connected.await(10, TimeUnit.SECONDS), "not all connected");
                client.send(bytes);
                return client.readAll();
              }
            }));
      }
      for (Future<String> greeting : greetings) {
        assertEquals(GREETING, greeting.get());
      }
    }
  }

  @Test
  void slowAndSilentClientsDelayNobody() throws Exception {
    String greeting = "x".repeat(1 << 20) + "\n";
    List<Client> slow = new ArrayList<>();
    try (GreetingServer server = new GreetingServer(OPTIONS.withGreeting(greeting), events)) {
      server.start();
      for (int i = 0; i < 200; i++) {
        slow.add(Client.connect(server.port(), 4096));
      }
      assertTrue(greeting.equals(Client.greetingFrom(server.port())), "the greeting was cut");
      Duration took = events.await(ServerEvent.Greeted.class).took();
      assertTrue(took.compareTo(Duration.ofSeconds(5)) < 0, () -> "it took " + took);
      for (Client client : slow) {
        client.close();
      }
    }
  }

  @Test
  void oneClientTooManyIsTurnedAwayAndTheNextIsWelcomeWhenAPlaceIsFree() throws Exception {
    try (GreetingServer server = new GreetingServer(OPTIONS.withMaxConnections(2), events)) {
      server.start();
      // Where the machine is slow the two have stayed for long already, and make room for a third.
      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
      String third = GREETING;
      while (!third.isEmpty()) {
        assertTrue(System.nanoTime() < end, "nobody was turned away");
        try (Client first = Client.connect(server.port());
            Client second = Client.connect(server.port())) {
          first.read(GREETING.length());
          second.read(GREETING.length());
          third = Client.greetingFrom(server.port());
        }
      }
      assertEquals("full", events.await(ServerEvent.Rejected.class).reason());
      awaitGreeting(server);
    }
  }

  @Test
  void aSystemThatRefusesClientsForAWhileDoesNotEndTheServer() throws Exception {
    AtomicInteger refusals = new AtomicInteger(3);
    GreetingServer.Accept outOfDescriptors =
        listener -> {
          if (refusals.getAndDecrement() > 0) {
            throw new SocketException("Too many open files");
          }
          return listener.accept();
        };
    try (GreetingServer server = new GreetingServer(OPTIONS, events, outOfDescriptors)) {
      server.start();
      assertEquals(GREETING, Client.greetingFrom(server.port()));
      assertEquals("Too many open files", events.await(ServerEvent.AcceptFailed.class).reason());
    }
  }

  @Test
  void whoStaysAfterTheGreetingMakesRoomForTheNext() throws Exception {
    ServerOptions patient = OPTIONS.withMaxConnections(2).withDrainTime(Duration.ofMinutes(1));
    List<Client> idle = new ArrayList<>();
    try (GreetingServer server = new GreetingServer(patient, events)) {
      server.start();
      for (int i = 0; i < 2; i++) {
        idle.add(Client.connect(server.port()));
        assertEquals(GREETING, idle.getLast().readAll());
      }
      awaitGreeting(server);
      for (Client client : idle) {
        client.close();
      }
    }
  }

  @Test
  void whoReadsNothingMakesRoomForTheNextAndTheReasonIsTold() throws Exception {
    String greeting = "x".repeat(4 << 20) + "\n";
    List<Client> slow = new ArrayList<>();
    try (GreetingServer server =
        new GreetingServer(OPTIONS.withGreeting(greeting).withMaxConnections(2), events)) {
      server.start();
      for (int i = 0; i < 2; i++) {
        slow.add(Client.connect(server.port(), 4096));
      }
      awaitGreeting(server);
      assertEquals("crowded-out", events.await(ServerEvent.Failed.class).reason());
      for (Client client : slow) {
        client.close();
      }
    }
  }

  private static void awaitGreeting(GreetingServer server) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (Client.greetingFrom(server.port()).isEmpty()) {
      assertTrue(System.nanoTime() < end, "nobody made room");
    }
  }
}
