package nearfar.client.openloop;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.OptionalLong;
import nearfar.client.GreetingClient;
import nearfar.client.JsonTimes;
import nearfar.client.Millis;
import nearfar.client.Percentiles;
import nearfar.client.Reason;
import nearfar.client.Received;

/** Prints the result of a load as one JSON object on one line, for programs. */
public final class JsonResult {

  private JsonResult() {}

  /** The result on one line, without a line break. */
  public static String print(
      GreetingClient target, OpenLoopPlan plan, OpenLoopResult result, Memory memory) {
    StringWriter line = new StringWriter(1000);
    try (JsonWriter json = new JsonWriter(line)) {
      json.beginObject();
      json.name("host").value(target.host());
      json.name("port").value(target.port());
      json.name("clients").value(plan.clients());
      json.name("asked_per_second").jsonValue(Millis.exact(Math.round(plan.rate() * 1e6)));
      json.name("lasting_ms").value(plan.lasting().toMillis());
      json.name("ramp_ms").value(plan.ramp().toMillis());
      json.name("took_ms").jsonValue(Millis.exact(result.tookNanos()));
      json.name("due").value(result.due());
      json.name("greetings").value(result.greetings());
      json.name("per_second").jsonValue(Millis.exact(Math.round(result.rate() * 1e6)));
      json.name("failures").value(result.failures());
      json.name("reasons").beginObject();
      for (Map.Entry<Reason, Long> reason : result.reasons().entrySet()) {
        json.name(reason.getKey().id()).value(reason.getValue());
      }
      json.endObject();
      json.name("wrong").value(result.wrong());
      json.name("missed").value(result.missed());
      json.name("unfinished").value(result.unfinished());
      json.name("most_at_once").value(result.mostAtOnce());
      Received received = result.greetingReceived();
      if (received != null) {
        json.name("bytes").value(received.bytes());
        json.name("crc32c").value(received.checksum());
      }
      write(json, "resident_bytes", memory.resident());
      write(json, "container_bytes", memory.container());
      write(json, "container_limit_bytes", memory.limit());
      write(json, "late_ms", result.late());
      write(json, "connect_ms", result.connect());
      write(json, "greeting_ms", result.greeting());
      write(json, "response_ms", result.response());
      json.endObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e); // a StringWriter throws none
    }
    return line.toString();
  }

  private static void write(JsonWriter json, String name, OptionalLong value) throws IOException {
    if (value.isPresent()) {
      json.name(name).value(value.getAsLong());
    }
  }

  private static void write(JsonWriter json, String name, Percentiles times) throws IOException {
    json.name(name).beginObject();
    JsonTimes.write(json, "p50", times, 50);
    JsonTimes.write(json, "p90", times, 90);
    JsonTimes.write(json, "p99", times, 99);
    JsonTimes.write(json, "p999", times, 99.9);
    JsonTimes.write(json, "max", times, 100);
    json.endObject();
  }
}
