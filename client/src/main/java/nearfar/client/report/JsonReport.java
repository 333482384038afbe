package nearfar.client.report;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import nearfar.client.JsonTimes;
import nearfar.client.Percentiles;

/**
 * Prints a report as one JSON object, for programs. Unknown values are null. Only {@code begins} is
 * absent, unless a client's data starts later than {@code since}.
 */
public final class JsonReport {

  private JsonReport() {}

  /** The report on one line, without a line break. */
  public static String print(Report report) {
    StringWriter text = new StringWriter();
    try (JsonWriter json = new JsonWriter(text)) {
      LinkHistory link = report.link();
      json.beginObject();
      json.name("profile").value(link.profile());
      json.name("state").value(link.state().name().toLowerCase(Locale.ROOT));
      json.name("link").value(link.summary());
      json.name("since").value(link.since());
      json.name("clients").beginArray();
      for (ClientStatistics client : report.clients()) {
        write(json, client);
      }
      json.endArray();
      json.endObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e); // a StringWriter throws none
    }
    return text.toString();
  }

  private static void write(JsonWriter json, ClientStatistics client) throws IOException {
    json.beginObject();
    json.name("name").value(client.name());
    json.name("network").value(client.network());
    json.name("greetings").value(client.greetings());
    json.name("failures").value(client.failures());
    json.name("connect_ms");
    write(json, client.connect());
    json.name("greeting_ms");
    write(json, client.greeting());
    json.name("reasons").beginObject();
    for (Map.Entry<String, Long> reason : client.reasons().entrySet()) {
      json.name(reason.getKey()).value(reason.getValue());
    }
    json.endObject();
    json.name("overlapping").value(client.overlapping());
    ClientStatistics.DataStart dataStart = client.dataStart();
    if (dataStart != null) {
      json.name("begins").value(dataStart.time().toString());
    }
    json.endObject();
  }

  private static void write(JsonWriter json, Percentiles times) throws IOException {
    json.beginObject();
    JsonTimes.write(json, "p50", times, 50);
    JsonTimes.write(json, "p99", times, 99);
    json.endObject();
  }
}
