package nearfar.tests.faults;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import nearfar.lab.Exchange;
import nearfar.lab.Lab;
import nearfar.lab.Side;
import nearfar.lab.junit.WithLab;
import nearfar.networks.link.Impairment;
import nearfar.tests.support.Timing;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The link is changed, cut, refused and healed under clients that run on. */
@Order(1)
@WithLab(near = 1, far = 2)
class LinkChangeTest {
  private static final Duration CEILING = Duration.ofSeconds(30);
  private static final int GLANCE = 50;

  private final Lab lab;

  LinkChangeTest(Lab lab) {
    this.lab = lab;
  }

  @AfterEach
  void putBackTheLink() {
    lab.wan().profile("perfect");
    lab.awaitGreetings(1);
  }

  @Test
  void aProfileThatIsChangedCountsFromThenOnAndCutsNoConnection() {
    long before = System.nanoTime();
    delayDown(120);
    long after = System.nanoTime();
    lab.awaitGreetings(4);
    Timing.assertEachTook(
        "greetings that began after the change to 120 ms",
        greetedSince(after),
        Duration.ofMillis(120),
        CEILING);
    delayDown(40);
    lab.awaitGreetings(2);
    assertEquals(List.of(), failuresSince(before), "a change in place ends no exchange");
  }

  @Test
  void anExchangeThatOverlapsAChangeIsMarked() {
    delayDown(400);
    lab.awaitGreetings(1);
    long before = System.nanoTime();
    await()
        .atMost(CEILING)
        .until(() -> {
          delayDown(401);
          delayDown(400);
          return lab.exchanges(Side.FAR).stream()
              .filter(exchange -> exchange.startNanos() >= before)
              .anyMatch(this::overlapsAChange);
        });
    assertFalse(
        lab.exchanges(Side.NEAR).stream().allMatch(this::overlapsAChange),
        "what is far from every change is not marked");
  }

  @Test
  void aChangeBeginsBeforeTheTimeThatTheNewLinkBears() {
    delayDown(7);
    JsonObject changed =
        lab.lines("wan-control").stream()
            .filter(line -> line.get("event").getAsString().equals("changed"))
            .toList()
            .getLast();
    assertTrue(
        changed.get("began_ns").getAsLong() <= changed.get("since_ns").getAsLong(),
        () -> "else what ran while the order was saved counts as the new link's: " + changed);
  }

  @Test
  void whileTheLinkIsCutNothingArrivesNothingIsRefusedAndHealedAllOfItArrives() throws IOException {
    int delay = 3000;
    while (!isCutInTime(delay)) {
      delay *= 2;
    }
  }

  /** Whether the link was cut before a greeting had come over it; if so, what then has to hold. */
  private boolean isCutInTime(int delay) throws IOException {
    delayDown(delay);
    long connecting = System.nanoTime();
    try (Socket old = connect();
        Socket silent = connect()) {
      lab.wan().cut();
      if (System.nanoTime() - connecting > (delay - GLANCE) * 1_000_000L) {
        lab.wan().heal();
        return false;
      }
      try (Socket late = connect()) {
        assertEquals("nothing", firstByte(old, delay + 4 * GLANCE));
        assertEquals("nothing", firstByte(silent, GLANCE));
        assertEquals("nothing", firstByte(late, GLANCE));
        lab.wan().heal();
        for (Socket socket : List.of(old, silent, late)) {
          socket.setSoTimeout(delay + (int) CEILING.toMillis());
          assertEquals(
              "connection formed successfully\n",
              new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        }
      }
      return true;
    }
  }

  @Test
  void theLanDoesNotNoticeThatTheWanIsCut() {
    lab.wan().cut();
    long cut = System.nanoTime();
    await()
        .atMost(CEILING)
        .until(() ->
            lab.exchanges(Side.NEAR).stream()
                    .filter(exchange -> exchange.greeted() && exchange.startNanos() > cut)
                    .count()
                >= 3);
    assertTrue(
        lab.exchanges(Side.FAR).stream()
            .noneMatch(exchange -> exchange.greeted() && exchange.startNanos() > cut));
  }

  @Test
  void aRefusedClientIsToldSoAtOnceAndGreetedAgainWhenTheLinkIsHealed() {
    lab.wan().refuse();
    long refused = System.nanoTime();
    await()
        .atMost(CEILING)
        .until(() -> failuresSince(refused).stream().filter("refused"::equals).count() >= 4);
    assertEquals(List.of(), greetedSince(refused));
    lab.wan().heal();
    lab.awaitGreetings(2);
  }

  @Test
  void aMisspeltProfileChangesNothingAndNamesTheNearest() {
    IllegalArgumentException wrong =
        assertThrows(IllegalArgumentException.class, () -> lab.wan().profile("geo-sattelite"));
    assertEquals(
        "no profile 'geo-sattelite'; did you mean geo-satellite or leo-satellite?",
        wrong.getMessage());
    assertEquals("perfect: nothing added", lab.wan().summary());
  }

  private void delayDown(long millis) {
    lab.wan().link(Impairment.delay(Duration.ofMillis(millis)), Impairment.NONE);
  }

  private Socket connect() throws IOException {
    Socket socket = new Socket();
    socket.connect(lab.wanAddress(), (int) CEILING.toMillis());
    return socket;
  }

  private static String firstByte(Socket socket, int millis) throws IOException {
    socket.setSoTimeout(millis);
    try {
      return "byte " + socket.getInputStream().read();
    } catch (SocketTimeoutException nothing) {
      return "nothing";
    }
  }

  private boolean overlapsAChange(Exchange exchange) {
    return lab.linkWindows().stream()
        .anyMatch(window -> window.overlaps(exchange.startNanos(), exchange.endNanos()));
  }

  private List<Duration> greetedSince(long nanos) {
    return lab.exchanges(Side.FAR).stream()
        .filter(exchange -> exchange.greeted() && exchange.startNanos() > nanos)
        .filter(exchange -> !overlapsAChange(exchange))
        .map(Exchange::greetingTime)
        .toList();
  }

  private List<String> failuresSince(long nanos) {
    return lab.exchanges(Side.FAR).stream()
        .filter(exchange -> !exchange.greeted() && exchange.startNanos() > nanos)
        .map(Exchange::reason)
        .toList();
  }
}
