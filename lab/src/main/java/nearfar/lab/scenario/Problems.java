package nearfar.lab.scenario;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Collects a file's errors. Of several errors at one place it keeps the first. */
final class Problems {
  private final String file;
  private final YamlFile yaml;
  private final Map<String, ScenarioError> found = new LinkedHashMap<>();

  Problems(String file, YamlFile yaml) {
    this.file = file;
    this.yaml = yaml;
  }

  /**
   * Adds an error, unless its place has one.
   *
   * @param pointer to the value that is wrong, or to where a missing one should be
   */
  void add(String pointer, @Nullable String message) {
    ScenarioError error =
        new ScenarioError(
            file, place(pointer).line(), field(yaml.root(), pointer), String.valueOf(message));
    found.putIfAbsent(pointer, error);
  }

  /** Whether the value itself has an error. */
  boolean at(String pointer) {
    return found.containsKey(pointer);
  }

  /** Whether the value, or a value inside it, has an error. */
  boolean under(String pointer) {
    return found.keySet().stream()
        .anyMatch(each -> each.equals(pointer) || each.startsWith(pointer + "/"));
  }

  void throwIfAny() {
    if (!found.isEmpty()) {
      throw new ScenarioErrors(
          found.entrySet().stream()
              .sorted(Comparator.comparingInt(each -> place(each.getKey()).index()))
              .map(Map.Entry::getValue)
              .toList());
    }
  }

  /** The place of a value; for a missing one the place of the value that should contain it. */
  private YamlFile.Place place(String pointer) {
    String known = pointer;
    while (!yaml.places().containsKey(known)) {
      known = known.substring(0, known.lastIndexOf('/'));
    }
    return Objects.requireNonNull(yaml.places().get(known));
  }

  /** A pointer as people read it: {@code timeline[line-cut].at}, {@code expect[2]}. */
  static String field(JsonElement root, String pointer) {
    StringBuilder field = new StringBuilder();
    JsonElement element = root;
    for (String part : pointer.isEmpty() ? List.<String>of() : parts(pointer)) {
      if (element instanceof JsonArray array && part.matches("[0-9]+")) {
        element = array.get(Integer.parseInt(part));
        field.append('[').append(name(element, part)).append(']');
      } else {
        element = element instanceof JsonObject object ? object.get(part) : null;
        field.append(field.isEmpty() ? "" : ".").append(part);
      }
    }
    return field.toString();
  }

  private static List<String> parts(String pointer) {
    return List.of(pointer.substring(1).split("/", -1)).stream()
        .map(part -> part.replace("~1", "/").replace("~0", "~"))
        .toList();
  }

  private static String name(JsonElement element, String index) {
    return element instanceof JsonObject object
            && object.get("name") instanceof JsonPrimitive name
            && name.isString()
        ? name.getAsString()
        : Integer.toString(Integer.parseInt(index) + 1);
  }
}
