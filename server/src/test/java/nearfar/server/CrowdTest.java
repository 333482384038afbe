package nearfar.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
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
class CrowdTest {

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
      Client first = Client.connect(server.port());
      assertEquals(GREETING, first.readAll());
      try (Client second = Client.connect(server.port())) {
        assertEquals(GREETING, second.readAll());
        assertEquals("", Client.greetingFrom(server.port()));
        assertEquals("full", events.await(ServerEvent.Rejected.class).reason());

        first.close();
        events.await(ServerEvent.Greeted.class);
        String greeting = "";
        while (greeting.isEmpty()) {
          // The place comes free a moment after the event.
          greeting = Client.greetingFrom(server.port());
        }
        assertEquals(GREETING, greeting);
      }
    }
  }

  @Test
  void aSystemThatRefusesClientsForAWhileDoesNotEndTheServer() throws Exception {
    AtomicInteger refusals = new AtomicInteger(3);
    ServerSocket outOfDescriptors =
        new ServerSocket() {
          @Override
          public Socket accept() throws IOException {
            if (refusals.getAndDecrement() > 0) {
              throw new SocketException("Too many open files");
            }
            return super.accept();
          }
        };
    try (GreetingServer server = new GreetingServer(OPTIONS, events, outOfDescriptors)) {
      server.start();
      assertEquals(GREETING, Client.greetingFrom(server.port()));
      for (int i = 0; i < 3; i++) {
        assertEquals("Too many open files", events.await(ServerEvent.AcceptFailed.class).reason());
      }
    }
  }
}
