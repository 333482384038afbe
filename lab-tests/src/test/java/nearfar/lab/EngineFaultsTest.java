package nearfar.lab;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * What breaks beneath a lab: the engine that runs it, and the disk on which that keeps its logs. In
 * an engine of the test's own, as nobody else's may be broken.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("attack")
class EngineFaultsTest {
  private static final String LAB = "nearfar";
  private static final List<String> NEAR = List.of("client-lan-1", "client-lan-2");
  private static final List<String> FAR = List.of("client-wan-1", "client-wan-2", "client-wan-3");
  private static final List<String> CLIENTS = Stream.of(NEAR, FAR).flatMap(List::stream).toList();
  private static final String AS_ASKED = "  link      custom: down 150ms ±10ms, up 0ms";
  private static final Duration FLOOR = Duration.ofMillis(140);
  private static final Duration CEILING = Duration.ofSeconds(30);

  /** One second is the goal; on two cores that did other work it took 0.7 to 1.2 s. */
  private static final Duration BACK_WITHIN = Duration.ofSeconds(5);

  private PrivateEngine engine;
  private long began;

  /** A lab that was asked for another link than its first. */
  @BeforeAll
  void bringUpALabInAnEngineOfItsOwn() {
    engine =
        PrivateEngine.start(
            Stream.concat(Lab.IMAGES.stream(), Stream.of("nearfar/runtime:0.1.0")).toList());
    succeed(
        engine.command("make", "lab-up").with(Map.of("DOWN", "100ms~10ms", "INTERVAL", "100ms")));
  }

  @AfterAll
  void endTheEngine() {
    if (engine != null) {
      engine.close();
    }
  }

  @BeforeEach
  void askForTheLink() {
    succeed(engine.command("make", "wan", "DOWN=150ms~10ms"));
    began = System.nanoTime();
  }

  @AfterEach
  void noGreetingWasFasterThanTheLink() {
    Timing.assertEachTook("greetings over the WAN", farSince(began), FLOOR, CEILING);
  }

  @Test
  void anEngineThatIsStoppedAndStartedBringsTheLabBackByItself() {
    assertComesBack("engine stopped and started", engine::stop);
  }

  @Test
  void anEngineThatIsKilledAndStartedBringsTheLabBackByItself() {
    assertComesBack("engine killed and started", engine::kill);
  }

  private void assertComesBack(String what, Runnable end) {
    end.run();
    long ended = System.nanoTime();
    engine.start();
    long answers = System.nanoTime();
    Instant back = lastStart();
    Map<String, Duration> greeted =
        await(what + ": everybody is greeted again")
            .atMost(CEILING)
            .pollInterval(Duration.ofMillis(100))
            .until(
                () -> firstGreetings(CLIENTS, ended, back),
                greetings -> greetings.keySet().containsAll(CLIENTS));
    System.out.printf(
        "%s: the engine answered after %d ms; from the last container's start to everybody"
            + " greeted %d ms: %s%n",
        what,
        (answers - ended) / 1_000_000,
        greeted.values().stream().mapToLong(Duration::toMillis).max().orElseThrow(),
        greeted);
    Timing.assertEachTook(
        what + ": from the last container's start to a client's greeting",
        greeted.values(),
        Duration.ZERO,
        BACK_WITHIN);
    assertEquals(AS_ASKED, succeed(engine.command("make", "wan")).stripTrailing());
  }

  /** Waits for all containers to run; returns when the last of them was started. */
  private Instant lastStart() {
    String running = "label=com.docker.compose.project=" + LAB;
    await("all containers run")
        .atMost(CEILING)
        .until(() ->
            engine.output("docker", "ps", "--quiet", "--filter", running).lines().count()
                == CLIENTS.size() + 3);
    List<String> inspect =
        new ArrayList<>(List.of("docker", "inspect", "--format", "{{.State.StartedAt}}"));
    engine.output("docker", "ps", "--quiet", "--filter", running).lines().forEach(inspect::add);
    return engine
        .output(inspect.toArray(String[]::new))
        .lines()
        .map(Instant::parse)
        .max(Instant::compareTo)
        .orElseThrow();
  }

  /** From {@code back} to the end of each client's first greeting that began after a moment. */
  private Map<String, Duration> firstGreetings(List<String> clients, long after, Instant back) {
    return clients.stream()
        .flatMap(client ->
            lines(client).stream()
                .filter(line -> Exchange.isExchange(line))
                .filter(line -> {
                  Exchange exchange = Exchange.from(client, line);
                  return exchange.greeted() && exchange.startNanos() > after;
                })
                .map(line -> Duration.between(back, time(line))) // time of day
                .filter(took -> !took.isNegative())
                .findFirst()
                .map(took -> Map.entry(client, took))
                .stream())
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static Instant time(JsonObject line) {
    return Instant.parse(line.get("time").getAsString());
  }

  private List<Duration> farSince(long nanos) {
    return FAR.stream()
        .flatMap(client -> exchanges(client).stream())
        .filter(exchange -> exchange.greeted() && exchange.startNanos() > nanos)
        .map(Exchange::greetingTime)
        .toList();
  }

  private List<Exchange> exchanges(String client) {
    return lines(client).stream()
        .filter(Exchange::isExchange)
        .map(line -> Exchange.from(client, line))
        .toList();
  }

  private List<JsonObject> lines(String container) {
    return json(engine.output("docker", "logs", LAB + "-" + container));
  }

  private static List<JsonObject> json(String text) {
    return text.lines()
        .filter(line -> line.startsWith("{"))
        .map(line -> JsonParser.parseString(line).getAsJsonObject())
        .toList();
  }

  private static String succeed(Command command) {
    Command.Ended ended = command.run();
    assertEquals(0, ended.status(), ended::toString);
    return ended.out();
  }
}
