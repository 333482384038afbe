package nearfar.lab;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Finds the JSON objects in a container's output, which may also have other lines. */
final class JsonLines {
  private JsonLines() {}

  /** Each line that is a JSON object, in order. */
  static List<JsonObject> of(String output) {
    return output
        .lines()
        .filter(line -> line.startsWith("{"))
        .map(JsonLines::parse)
        .filter(Objects::nonNull)
        .toList();
  }

  private static @Nullable JsonObject parse(String line) {
    try {
      return JsonParser.parseString(line).getAsJsonObject();
    } catch (JsonParseException | IllegalStateException notJson) {
      return null;
    }
  }
}
