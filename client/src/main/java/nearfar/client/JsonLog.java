package nearfar.client;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Map;

/** Prints one JSON object per line, for programs, each with {@code time} and {@code event}. */
public final class JsonLog implements WatchLog {

  private static final DateTimeFormatter ISO_MILLIS =
      new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

  private final LineWriter out;
  private final Clock clock;

  public JsonLog(LineWriter out, Clock clock) {
    this.out = out;
    this.clock = clock;
  }

  @Override
  public void watching(long atNanos, GreetingClient client, Duration interval) {
    print(
        "watching",
        json ->
            json.name("at_ns")
                .value(atNanos)
                .name("host")
                .value(client.host())
                .name("port")
                .value(client.port())
                .name("interval_ms")
                .jsonValue(Millis.exact(interval.toNanos()))
                .name("connect_timeout_ms")
                .value(client.limits().connectTimeout().toMillis())
                .name("read_timeout_ms")
                .value(client.limits().readTimeout().toMillis()));
  }

  @Override
  public void exchanged(Exchange exchange) {
    if (exchange instanceof Exchange.Greeted greeted) {
      print(
          "greeted",
          json -> {
            writeTimes(json, greeted);
            json.name("greeting_ms").jsonValue(Millis.exact(greeted.greetingTook()));
            writeReceived(json, greeted.received());
          });
    } else if (exchange instanceof Exchange.Failed failed) {
      print(
          "failed",
          json -> {
            writeTimes(json, failed);
            json.name("reason").value(failed.reason().id());
            writeReceived(json, failed.received());
          });
    }
  }

  private static void writeTimes(JsonWriter json, Exchange exchange) throws IOException {
    json.name("start_ns").value(exchange.startNanos());
    json.name("end_ns").value(exchange.endNanos());
    if (exchange.connectTook().isPresent()) {
      json.name("connect_ms").jsonValue(Millis.exact(exchange.connectTook().getAsLong()));
    }
  }

  private static void writeReceived(JsonWriter json, Received received) throws IOException {
    if (received.bytes() > 0) {
      json.name("bytes").value(received.bytes());
      json.name("crc32c").value(received.checksum());
    }
  }

  @Override
  public void totals(Totals totals) {
    print(
        "totals",
        json -> {
          json.name("greetings").value(totals.greetings());
          json.name("failures").value(totals.failures());
          json.name("reasons").beginObject();
          for (Map.Entry<Reason, Long> reason : totals.reasons().entrySet()) {
            json.name(reason.getKey().id()).value(reason.getValue());
          }
          json.endObject();
          json.name("connect_ms");
          writePercentiles(json, totals.connect(), false);
          json.name("greeting_ms");
          writePercentiles(json, totals.greeting(), true);
        });
  }

  private static void writePercentiles(JsonWriter json, Percentiles times, boolean withMax)
      throws IOException {
    json.beginObject();
    JsonTimes.write(json, "p50", times, 50);
    JsonTimes.write(json, "p99", times, 99);
    if (withMax) {
      JsonTimes.write(json, "max", times, 100);
    }
    json.endObject();
  }

  private interface Fields {
    void write(JsonWriter json) throws IOException;
  }

  private void print(String event, Fields fields) {
    StringWriter line = new StringWriter(200);
    try (JsonWriter json = new JsonWriter(line)) {
      json.beginObject();
      json.name("time").value(ISO_MILLIS.format(clock.instant()));
      json.name("event").value(event);
      fields.write(json);
      json.endObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e); // a StringWriter throws none
    }
    out.print(line.toString());
  }
}
