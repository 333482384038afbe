package nearfar.lab.report;

import com.google.gson.FormattingStyle;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import nearfar.lab.Exchange;
import nearfar.lab.report.LabReport.CalibrationRow;
import nearfar.lab.report.LabReport.Mark;
import nearfar.lab.report.LabReport.Row;
import org.jspecify.annotations.Nullable;

/**
 * The whole report as JSON. Fields that end in {@code _ms} are milliseconds; moments count from the
 * timeline's zero. What is not known is left out.
 */
final class JsonText {
  private static final FormattingStyle ONE_LINE =
      FormattingStyle.COMPACT.withSpaceAfterSeparators(true);

  private final LabReport report;
  private final JsonWriter json;

  private JsonText(LabReport report, JsonWriter json) {
    this.report = report;
    this.json = json;
  }

  static String of(LabReport report) {
    StringWriter text = new StringWriter();
    try (JsonWriter json = new JsonWriter(text)) {
      json.setSerializeNulls(false);
      new JsonText(report, json).write();
    } catch (IOException impossible) {
      throw new UncheckedIOException("a string cannot be written to", impossible);
    }
    return text.append('\n').toString();
  }

  private void write() throws IOException {
    json.setFormattingStyle(FormattingStyle.PRETTY);
    json.beginObject();
    json.name("title").value(report.title());
    json.name("idea").value(report.idea());
    json.name("outcome").value(report.outcome().name().toLowerCase(Locale.ROOT));
    json.name("began").value(report.began().toString());
    json.name("length_ms").value(Millis.of(report.endNanos() - report.zeroNanos()));
    json.name("facts").beginObject();
    for (Map.Entry<String, String> fact : report.facts().entrySet()) {
      json.name(fact.getKey()).value(fact.getValue());
    }
    json.endObject();
    array("expectations", report.rows(), this::expectation);
    array("timeline", report.marks(), this::mark);
    array("calibration", report.calibrations(), this::calibration);
    Clients clients = new Clients(report);
    array("clients", clients.names(), name -> client(name, clients.statistics(name)));
    array("exchanges", report.exchanges(), this::exchange);
    json.endObject();
  }

  private interface Fields<T> {
    void of(T each) throws IOException;
  }

  /** One line for each, so that tools that know lines can search and compare them. */
  private <T> void array(String name, Iterable<T> all, Fields<T> fields) throws IOException {
    json.name(name).beginArray();
    for (T each : all) {
      json.beginObject();
      json.setFormattingStyle(ONE_LINE);
      fields.of(each);
      json.endObject();
      json.setFormattingStyle(FormattingStyle.PRETTY);
    }
    json.endArray();
  }

  private void expectation(Row row) throws IOException {
    json.name("name").value(row.name());
    json.name("outcome").value(row.outcome().name().toLowerCase(Locale.ROOT));
    json.name("who").value(row.who());
    moment("from_ms", row.fromNanos());
    moment("to_ms", row.toNanos());
    json.name("expected").value(row.expected());
    json.name("measured").value(row.measured());
  }

  private void mark(Mark mark) throws IOException {
    json.name("name").value(mark.name());
    json.name("text").value(mark.text());
    moment("began_ms", mark.beganNanos());
    moment("done_ms", mark.doneNanos());
  }

  private void calibration(CalibrationRow row) throws IOException {
    json.name("link").value(row.link());
    json.name("direction").value(row.direction());
    number("delay_ms", row.delayMillis());
    number("jitter_ms", row.jitterMillis());
    number("floor_ms", row.floorMillis());
    number("p50_ms", row.p50Millis());
    number("p99_ms", row.p99Millis());
    json.name("samples").value(row.samples());
    json.name("trusted").value(row.trusted());
    json.name("doubt").value(row.doubt());
  }

  private void client(String name, Statistics statistics) throws IOException {
    json.name("client").value(name);
    json.name("side").value(Clients.side(name).name().toLowerCase(Locale.ROOT));
    json.name("greeted").value(statistics.greeted());
    json.name("failed").value(statistics.failed());
    number("connect_p50_ms", statistics.connect(50));
    number("greeting_p50_ms", statistics.greeting(50));
    number("greeting_p99_ms", statistics.greeting(99));
    number("greeting_max_ms", statistics.greeting(100));
    json.name("reasons").beginObject();
    for (Map.Entry<String, Integer> reason : statistics.reasons().entrySet()) {
      json.name(reason.getKey()).value(reason.getValue());
    }
    json.endObject();
  }

  private void exchange(Exchange exchange) throws IOException {
    json.name("client").value(exchange.client());
    moment("start_ms", exchange.startNanos());
    moment("end_ms", exchange.endNanos());
    if (exchange.connect() != null) {
      number("connect_ms", Millis.of(exchange.connect()));
    }
    if (exchange.greeting() != null) {
      number("greeting_ms", Millis.of(exchange.greeting()));
    }
    json.name("reason").value(exchange.reason());
    json.name("bytes").value(exchange.bytes());
    json.name("crc32c").value(exchange.crc32c());
  }

  private void moment(String name, long nanos) throws IOException {
    number(name, Millis.of(nanos - report.zeroNanos()));
  }

  private void number(String name, @Nullable Double number) throws IOException {
    // JSON has no NaN and no infinity; both mean here that nothing was measured.
    json.name(name).value(number != null && Double.isFinite(number) ? number : null);
  }
}
