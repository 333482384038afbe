package nearfar.client.openloop;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import nearfar.client.Dialogue;
import nearfar.client.GreetingClient;
import nearfar.client.Limits;
import nearfar.client.Loopback;
import nearfar.client.Payload;
import nearfar.client.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class OpenLoopTest {

  private static final Limits PATIENT =
      new Limits(Duration.ofSeconds(10), Duration.ofSeconds(10), 100);
  private static final Limits LESS_PATIENT =
      new Limits(Duration.ofSeconds(10), Duration.ofSeconds(2), 100);
  private static final Limits IMPATIENT =
      new Limits(Duration.ofSeconds(10), Duration.ofMillis(200), 100);

  @Test
  void everyArrivalStartsAtItsTime() throws IOException {
    try (Loopback server = Loopback.greeting("hi\n")) {
      OpenLoopResult result = run(server, PATIENT, plan(10, 200, 500));
      assertEquals(100, result.due());
      assertEquals(100, result.greetings());
      assertTrue(result.allGreeted());
      assertEquals(3, Objects.requireNonNull(result.greetingReceived()).bytes());
      assertTrue(result.tookNanos() >= 500_000_000, result.tookNanos() + " ns");
      assertTrue(result.rate() <= 200.001, "greetings/s: " + result.rate());
      assertTrue(result.connect().at(50) <= result.greeting().at(50));
      assertTrue(result.greeting().at(100) <= result.response().at(100));
    }
  }

  @Test
  void aStalledServerDelaysEveryArrivalDuringTheStall() throws IOException {
    AtomicInteger count = new AtomicInteger();
    Loopback.Handler stallsOnce =
        connection -> {
          if (count.incrementAndGet() == 20) {
            LockSupport.parkNanos(500_000_000);
          }
          send(connection, "hi\n");
        };
    try (Loopback server = new Loopback(stallsOnce)) {
      OpenLoopResult result = run(server, PATIENT, plan(1, 100, 1000));
      assertEquals(100, result.due());
      assertEquals(100, result.greetings());
      long served = result.greeting().at(90);
      long waited = result.response().at(90);
      assertTrue(served < 250_000_000, "one exchange alone was slow, but P90 is " + served);
      assertTrue(waited >= 300_000_000, "the clients waited, but P90 is " + waited);
    }
  }

  @Test
  void aThousandClientsAreConnectedAtOnce() throws IOException {
    int all = 1000;
    List<Socket> waiting = new ArrayList<>();
    Loopback.Handler greetsWhenAllAreThere =
        connection -> {
          waiting.add(connection);
          if (waiting.size() == all) {
            for (Socket each : waiting) {
              send(each, "hi\n");
            }
          }
        };
    try (Loopback server = new Loopback(greetsWhenAllAreThere)) {
      OpenLoopResult result = run(server, PATIENT, plan(all, 2000, 500));
      assertEquals(all, result.greetings());
      assertEquals(all, result.mostAtOnce());
    }
  }

  @Test
  void failuresAreCountedByReasonAndOtherBytesAreWrong() throws IOException {
    AtomicInteger count = new AtomicInteger();
    Loopback.Handler inTurns =
        connection -> {
          switch (count.getAndIncrement() % 6) {
            case 1 -> send(connection, "ho\n");
            case 2 -> connection.close();
            case 3 -> {
              connection.setSoLinger(true, 0);
              connection.close();
            }
            case 4 -> send(connection, "x".repeat(101));
            case 5 -> connection.getOutputStream().write('h'); // and never an end
            default -> send(connection, "hi\n");
          }
        };
    try (Loopback server = new Loopback(inTurns)) {
      OpenLoopResult result = run(server, LESS_PATIENT, plan(30, 200, 150));
      assertEquals(30, result.due());
      assertEquals(5, result.greetings());
      assertEquals(5, result.wrong());
      assertEquals(
          Map.of(
              Reason.CLOSED_WITHOUT_GREETING, 5L,
              Reason.RESET, 5L,
              Reason.TOO_LONG, 5L,
              Reason.READ_TIMEOUT, 5L),
          result.reasons());
      assertEquals(20, result.failures());
      assertFalse(result.allGreeted());
    }
  }

  @Test
  void withoutAListenerAllAreRefused() throws IOException {
    GreetingClient target = new GreetingClient("127.0.0.1", Loopback.closedPort(), PATIENT);
    OpenLoopResult result = run(target, plan(3, 1000, 50));
    assertEquals(Map.of(Reason.REFUSED, 50L), result.reasons());
    assertTrue(result.connect().isEmpty());
  }

  @Test
  void overdueArrivalsAreMissedAndTheLoadEnds() throws IOException {
    try (Loopback server = new Loopback(_ -> {});
        OpenLoop load =
            new OpenLoop(
                target(server, IMPATIENT),
                InetAddress.ofLiteral("127.0.0.1"),
                plan(1, 100, 100),
                _ -> {},
                Duration.ofMillis(50))) {
      OpenLoopResult result = load.run();
      assertEquals(10, result.due());
      assertEquals(Map.of(Reason.READ_TIMEOUT, 1L), result.reasons());
      assertEquals(9, result.missed());
      assertFalse(result.allGreeted());
    }
  }

  @Test
  void aStopEndsTheLoadWithItsPartialResult() throws Exception {
    CountDownLatch third = new CountDownLatch(3);
    Loopback.Handler greetsTwo =
        connection -> {
          third.countDown();
          if (third.getCount() > 0) {
            send(connection, "hi\n");
          }
        };
    try (Loopback server = new Loopback(greetsTwo);
        OpenLoop load = load(target(server, PATIENT), plan(1, 100, 60_000))) {
      Thread stop =
          Thread.ofVirtual()
              .start(() -> {
                try {
                  third.await();
                } catch (InterruptedException e) {
                  Thread.currentThread().interrupt();
                }
                load.stop();
              });
      OpenLoopResult result = load.run();
      stop.join();
      assertEquals(2, result.greetings());
      assertEquals(1, result.unfinished());
      assertEquals(result.due(), 3 + result.missed());
    }
  }

  @Test
  void aServiceThatKeepsItsConnectionsOpenWorks() throws IOException {
    AtomicInteger count = new AtomicInteger();
    Loopback.Handler answers =
        connection -> {
          byte[] came = connection.getInputStream().readNBytes(6);
          assertEquals("PING\r\n", new String(came, UTF_8));
          connection.getOutputStream().write(("+PONG " + count.getAndIncrement()).getBytes(UTF_8));
        };
    try (Loopback server = new Loopback(answers)) {
      Dialogue dialogue = new Dialogue(Payload.parse("PING\\r\\n"), Payload.parse("PONG"), false);
      OpenLoopResult result =
          run(new GreetingClient("127.0.0.1", server.port(), PATIENT, dialogue), plan(5, 200, 100));
      assertEquals(20, result.greetings(), "reasons: " + result.reasons());
      assertTrue(result.allGreeted());
    }
  }

  private static void send(Socket connection, String text) throws IOException {
    connection.getOutputStream().write(text.getBytes(UTF_8));
    connection.close();
  }

  private static OpenLoopPlan plan(int clients, double rate, long millis) {
    return new OpenLoopPlan(clients, rate, Duration.ofMillis(millis), Duration.ZERO);
  }

  private static GreetingClient target(Loopback server, Limits limits) {
    return new GreetingClient("127.0.0.1", server.port(), limits);
  }

  private static OpenLoop load(GreetingClient target, OpenLoopPlan plan) throws IOException {
    return new OpenLoop(target, InetAddress.ofLiteral(target.host()), plan, _ -> {});
  }

  private static OpenLoopResult run(Loopback server, Limits limits, OpenLoopPlan plan)
      throws IOException {
    return run(target(server, limits), plan);
  }

  private static OpenLoopResult run(GreetingClient target, OpenLoopPlan plan) throws IOException {
    try (OpenLoop load = load(target, plan)) {
      return load.run();
    }
  }
}
