package nearfar.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class WatchTest {

  private static final Duration TICK = Duration.ofMillis(5);

  /** Queues every event for the test, in order. */
  private static final class Events implements WatchLog {
    private final BlockingQueue<Object> events = new LinkedBlockingQueue<>();

    @Override
    public void watching(long atNanos, GreetingClient client, Duration interval) {
      events.add("watching");
    }

    @Override
    public void exchanged(Exchange exchange) {
      events.add(exchange);
    }

    @Override
    public void totals(Totals totals) {
      events.add(totals);
    }

    Object next() throws InterruptedException {
      Object event = events.poll(10, TimeUnit.SECONDS);
      assertNotNull(event, "no further event within 10 s");
      return event;
    }

    Totals awaitTotals() throws InterruptedException {
      Object event = next();
      while (!(event instanceof Totals)) {
        event = next();
      }
      return (Totals) event;
    }

    void awaitGreeting() throws InterruptedException {
      while (!(next() instanceof Exchange.Greeted)) {}
    }

    void awaitFailure(Reason reason) throws InterruptedException {
      while (!(next() instanceof Exchange.Failed failed && failed.reason() == reason)) {}
    }
  }

  @Test
  void aWatchEndsWithItsTotalsAfterItsCount() throws Exception {
    Events events = new Events();
    try (Loopback server = Loopback.greeting("hi\n")) {
      Watch watch = new Watch(server.client(Loopback.QUICK), TICK, OptionalLong.of(3), events);
      assertTrue(watch.run());
    }
    assertEquals("watching", events.next());
    for (int i = 0; i < 3; i++) {
      assertInstanceOf(Exchange.Greeted.class, events.next());
    }
    Totals totals = assertInstanceOf(Totals.class, events.next());
    assertEquals(3, totals.greetings());
    assertEquals(0, totals.failures());
    assertTrue(totals.greeting().at(50) >= totals.connect().at(50));
    assertTrue(events.events.isEmpty());
  }

  @Test
  void aWatchSurvivesARestartOfTheServer() throws Exception {
    Events events = new Events();
    Loopback.Handler greet =
        connection -> {
          connection.getOutputStream().write('x');
          connection.close();
        };
    Loopback server = new Loopback(greet);
    int port = server.port();
    Watch watch = new Watch(server.client(Loopback.QUICK), TICK, OptionalLong.empty(), events);
    Thread watching = Thread.ofPlatform().start(watch::run);

    events.awaitGreeting();
    server.close();
    events.awaitFailure(Reason.REFUSED);
    try (Loopback back = new Loopback(port, greet)) {
      assertEquals(port, back.port());
      events.awaitGreeting();
      watch.finish();
      watching.join();
    }
    assertTrue(events.awaitTotals().failures() >= 1);
  }

  @Test
  void theTotalsDoNotWaitForAnExchangeThatHangs() throws Exception {
    Events events = new Events();
    BlockingQueue<Boolean> connected = new LinkedBlockingQueue<>();
    Limits patient = new Limits(Duration.ofSeconds(2), Duration.ofMinutes(5), 1000);
    Thread watching;
    try (Loopback server = new Loopback(_ -> connected.add(true))) {
      Watch watch = new Watch(server.client(patient), TICK, OptionalLong.empty(), events);
      watching = Thread.ofPlatform().start(watch::run);
      assertNotNull(connected.poll(10, TimeUnit.SECONDS));
      watch.finish();
      assertEquals("watching", events.next());
      assertEquals(0, assertInstanceOf(Totals.class, events.next()).greetings());
    }
    watching.join();
    assertTrue(events.events.isEmpty(), "nothing is logged after the totals");
  }

  @Test
  void aWatchWithAFailureReturnsFalse() throws IOException {
    GreetingClient client = new GreetingClient("127.0.0.1", Loopback.closedPort(), Loopback.QUICK);
    Events events = new Events();
    assertFalse(new Watch(client, TICK, OptionalLong.of(1), events).run());
  }

  @Test
  void aShortExchangeKeepsTheInterval() {
    assertEquals(1000, Watch.tickAfter(0, 1000, 20));
    assertEquals(1000, Watch.tickAfter(0, 1000, 1000));
  }

  @Test
  void aLongExchangeSkipsTicksWithoutShiftingThem() {
    assertEquals(4000, Watch.tickAfter(0, 1000, 3001));
    assertEquals(4000, Watch.tickAfter(0, 1000, 4000));
    assertEquals(5000, Watch.tickAfter(0, 1000, 4001));
  }
}
