package nearfar.tests.support;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The fields of every event, as docs/logs.md lists them. */
public record LogSchema(Map<String, Map<String, Field>> events) {
  private static final Pattern HEADING =
      Pattern.compile("### (server|client|wan-control) `([a-z-]+)`");
  private static final Pattern ROW =
      Pattern.compile("\\| `([a-z0-9_]+)`(\\??) \\| (string|number|object) \\|.*");

  public record Field(String type, boolean always) {
    public boolean isOf(JsonElement value) {
      return switch (type) {
        case "object" -> value.isJsonObject();
        case "number" -> value.isJsonPrimitive() && value.getAsJsonPrimitive().isNumber();
        default -> value.isJsonPrimitive() && value.getAsJsonPrimitive().isString();
      };
    }
  }

  public static LogSchema read() throws IOException {
    Map<String, Map<String, Field>> events = new LinkedHashMap<>();
    Map<String, Field> common = new LinkedHashMap<>();
    Map<String, Field> fields = common;
    for (String line : Files.readAllLines(Command.sources().resolve("docs/logs.md"))) {
      Matcher heading = HEADING.matcher(line);
      Matcher row = ROW.matcher(line);
      if (heading.matches()) {
        fields = new LinkedHashMap<>(common);
        events.put(heading.group(1) + " " + heading.group(2), fields);
      } else if (row.matches()) {
        fields.put(row.group(1), new Field(row.group(3), row.group(2).isEmpty()));
      }
    }
    return new LogSchema(events);
  }

  public Set<String> names() {
    return events.keySet();
  }

  /** Where the line differs from the page: undocumented or missing fields, or other types. */
  public List<String> differences(String program, JsonObject line) {
    String name = program + " " + line.get("event").getAsString();
    Map<String, Field> fields = events.get(name);
    if (fields == null) {
      return List.of("no event " + name + ": " + line);
    }
    List<String> differences = new ArrayList<>();
    line.entrySet()
        .forEach(entry -> {
          Field field = fields.get(entry.getKey());
          if (field == null) {
            differences.add("no field " + entry.getKey() + " in " + name + ": " + line);
          } else if (!field.isOf(entry.getValue())) {
            differences.add(entry.getKey() + " is no " + field.type() + ": " + line);
          }
        });
    fields.forEach((field, what) -> {
      if (what.always() && !line.has(field)) {
        differences.add(field + " is missing: " + line);
      }
    });
    return differences;
  }
}
