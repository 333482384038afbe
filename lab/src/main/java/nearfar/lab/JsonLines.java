package nearfar.lab;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Objects;
import nearfar.common.log.LogEvent;

/** Finds the JSON objects in a container's output, which may also have other lines. */
final class JsonLines {
  private JsonLines() {}

  /** Each line that is a JSON object, in order. */
  static List<JsonObject> of(String output) {
    return output
        .lines()
        .map(LogEvent::parse)
        .filter(Objects::nonNull)
        .map(LogEvent::json)
        .toList();
  }
}
