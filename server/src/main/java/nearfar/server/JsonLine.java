package nearfar.server;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;

/** An event as a JSON object on one line. */
final class JsonLine implements ServerEvent.Details {

  private final JsonWriter json;

  private JsonLine(JsonWriter json) {
    this.json = json;
  }

  static String of(Instant time, ServerEvent event) {
    StringWriter line = new StringWriter();
    try (JsonWriter json = new JsonWriter(line)) {
      json.beginObject();
      json.name("time").value(LogFormat.time(time));
      json.name("event").value(event.name());
      event.describe(new JsonLine(json));
      json.endObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return line.toString();
  }

  @Override
  public void text(String name, String value) {
    try {
      json.name(name).value(value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void number(String name, long value) {
    try {
      json.name(name).value(value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void duration(String name, Duration value) {
    try {
      json.name(name).value(LogFormat.milliseconds(value));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
