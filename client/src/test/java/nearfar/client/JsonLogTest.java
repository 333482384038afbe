package nearfar.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class JsonLogTest {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final WatchLog log =
      new JsonLog(
          new LineWriter(new PrintStream(bytes, false, StandardCharsets.UTF_8)),
          Clock.fixed(Instant.parse("2026-01-01T12:00:00Z"), ZoneOffset.UTC));

  @Test
  void theLinesHaveTheDocumentedFields() {
    Exchange greeted =
        new Exchange.Greeted(
            1_000_000_000,
            OptionalLong.of(1_000_400_000),
            1_012_900_000,
            1_013_000_000,
            new Received(31, 0x0badcafe));
    Exchange hung =
        new Exchange.Failed(
            2_000_000_000,
            OptionalLong.of(2_000_300_400),
            32_000_300_400L,
            Reason.READ_TIMEOUT,
            "",
            new Received(7, 0xe3069283));
    Exchange refused =
        new Exchange.Failed(
            33_000_000_000L,
            OptionalLong.empty(),
            33_000_100_000L,
            Reason.REFUSED,
            "",
            Received.NOTHING);
    Totals totals = new Totals();
    log.watching(
        999_000_000, new GreetingClient("server", 4444, Limits.DEFAULTS), Duration.ofSeconds(1));
    for (Exchange exchange : new Exchange[] {greeted, hung, refused}) {
      log.exchanged(exchange);
      totals.add(exchange);
    }
    log.totals(totals);

    assertEquals(
        """
        {"time":"2026-01-01T12:00:00.000Z","event":"watching","at_ns":999000000,"host":"server",\
        "port":4444,"interval_ms":1000,"connect_timeout_ms":5000,"read_timeout_ms":30000}
        {"time":"2026-01-01T12:00:00.000Z","event":"greeted","start_ns":1000000000,\
        "end_ns":1013000000,"connect_ms":0.4,"greeting_ms":12.9,"bytes":31,"crc32c":"0badcafe"}
        {"time":"2026-01-01T12:00:00.000Z","event":"failed","start_ns":2000000000,\
        "end_ns":32000300400,"connect_ms":0.3,"reason":"read-timeout",\
        "bytes":7,"crc32c":"e3069283"}
        {"time":"2026-01-01T12:00:00.000Z","event":"failed","start_ns":33000000000,\
        "end_ns":33000100000,"reason":"refused"}
        {"time":"2026-01-01T12:00:00.000Z","event":"totals","greetings":1,"failures":2,\
        "reasons":{"refused":1,"read-timeout":1},"connect_ms":{"p50":0.3,"p99":0.4},\
        "greeting_ms":{"p50":12.903,"p99":12.903,"max":12.903}}
        """,
        bytes.toString(StandardCharsets.UTF_8));
  }
}
