package nearfar.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class LogTest {

  private static final Instant TIME = Instant.parse("2026-01-02T03:04:05Z");
  private static final ServerEvent GREETED =
      new ServerEvent.Greeted("127.0.0.1:5", 31, Duration.ofNanos(1_234_567), 10);

  @Test
  void aLineForPeopleHasTimeAndNameThenTheDetails() {
    assertEquals(
        "2026-01-02T03:04:05.000Z greeted peer=127.0.0.1:5 bytes=31 ms=1.235 drained_bytes=10",
        LogFormat.TEXT.line(TIME, GREETED));
    assertEquals(
        "2026-01-02T03:04:05.000Z accept-failed reason=\"Too many open files\"",
        LogFormat.TEXT.line(TIME, new ServerEvent.AcceptFailed("Too many open files")));
  }

  @Test
  void aLineForProgramsIsOneJsonObject() {
    assertEquals(
        "{\"time\":\"2026-01-02T03:04:05.000Z\",\"event\":\"greeted\",\"peer\":\"127.0.0.1:5\","
            + "\"bytes\":31,\"ms\":1.235,\"drained_bytes\":10}",
        LogFormat.JSON.line(TIME, GREETED));
    assertEquals(
        "{\"time\":\"2026-01-02T03:04:05.000Z\",\"event\":\"drained\",\"finished\":2,"
            + "\"abandoned\":1}",
        LogFormat.JSON.line(TIME, new ServerEvent.Drained(2, 1)));
  }

  @Test
  void nobodyWaitsForALogThatIsNotReadAndWhatIsMissingIsCounted() throws Exception {
    int events = 20_000;
    CountDownLatch readable = new CountDownLatch(1);
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    OutputStream stuck =
        new OutputStream() {
          @Override
          public void write(int b) {
            write(new byte[] {(byte) b}, 0, 1);
          }

          @Override
          public void write(byte[] bytes, int from, int length) {
            boolean waiting = true;
            while (waiting) {
              try {
                readable.await();
                waiting = false;
              } catch (InterruptedException e) {
                // As a pipe that nobody reads, which no interrupt moves.
              }
            }
            written.write(bytes, from, length);
          }
        };
    Log log = new Log(LogFormat.JSON, stuck);
    for (int i = 0; i < events; i++) {
      log.accept(GREETED);
    }
    readable.countDown();
    log.close();

    long told =
        written
            .toString(StandardCharsets.UTF_8)
            .lines()
            .map(line -> JsonParser.parseString(line).getAsJsonObject())
            .mapToLong(line -> line.has("events") ? line.get("events").getAsLong() : 1)
            .sum();
    assertEquals(events, told);
  }

  @Test
  void aCrowdIsCountedSoThatItDoesNotPushOutWhatWasLogged() {
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    Log log = new Log(LogFormat.TEXT, written);
    for (int i = 0; i < 4000; i++) {
      log.accept(new ServerEvent.Rejected("127.0.0.1:5", "full"));
    }
    log.accept(new ServerEvent.Draining(1));
    log.close();

    List<String> lines = written.toString(StandardCharsets.UTF_8).lines().toList();
    assertTrue(lines.size() < 3000, () -> lines.size() + " lines");
    assertTrue(lines.stream().anyMatch(line -> line.contains("draining")));
    long logged = lines.stream().filter(line -> line.contains(" rejected peer=")).count();
    long counted =
        lines.stream()
            .map(Pattern.compile(" unlogged events=(\\d+) rejected=\\1$")::matcher)
            .filter(Matcher::find)
            .mapToLong(found -> Long.parseLong(found.group(1)))
            .sum();
    assertEquals(4000, logged + counted);
  }
}
