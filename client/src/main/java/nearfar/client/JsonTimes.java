package nearfar.client;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;

/** Writes times as JSON, in milliseconds. */
public final class JsonTimes {
  private JsonTimes() {}

  /**
   * Writes a named percentile, or null if there are no times.
   *
   * @param percentile 0 to 100
   */
  public static void write(JsonWriter json, String name, Percentiles times, double percentile)
      throws IOException {
    json.name(name);
    if (times.isEmpty()) {
      json.nullValue();
    } else {
      json.jsonValue(Millis.exact(times.at(percentile)));
    }
  }
}
