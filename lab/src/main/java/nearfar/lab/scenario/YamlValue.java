package nearfar.lab.scenario;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A value of a file, or the place of a missing one. A wrong value reads as missing, so the rest of
 * the file can still be checked.
 */
record YamlValue(JsonElement element, String pointer, Problems problems) {

  /** The value of a field. */
  YamlValue field(String name) {
    JsonElement value = element instanceof JsonObject object ? object.get(name) : null;
    return new YamlValue(
        value == null ? JsonNull.INSTANCE : value, YamlFile.pointer(pointer, name), problems);
  }

  boolean isThere() {
    return !element.isJsonNull() && !problems.at(pointer);
  }

  boolean isObject() {
    return isThere() && element instanceof JsonObject;
  }

  boolean has(String name) {
    return field(name).isThere();
  }

  /** The values of a list; a single value is a list of one. */
  List<YamlValue> each() {
    if (!(element instanceof JsonArray array)) {
      return isThere() ? List.of(this) : List.of();
    }
    return IntStream.range(0, array.size())
        .mapToObj(index -> new YamlValue(array.get(index), pointer + "/" + index, problems))
        .filter(part -> !part.element().isJsonNull())
        .toList();
  }

  /** The value as it was written; null if there is none. */
  @Nullable String text() {
    return isThere() && element instanceof JsonPrimitive value ? value.getAsString() : null;
  }

  List<String> texts() {
    return each().stream()
        .flatMap(part -> java.util.stream.Stream.ofNullable(part.text()))
        .toList();
  }

  /** The value; null if it is missing, or cannot be read, which is added to the errors. */
  <T> @Nullable T read(Function<String, T> read) {
    String text = text();
    if (text == null) {
      return null;
    }
    try {
      return read.apply(text);
    } catch (IllegalArgumentException wrong) {
      wrong(wrong.getMessage());
      return null;
    }
  }

  <T> T read(Function<String, T> read, T otherwise) {
    T value = read(read);
    return value == null ? otherwise : value;
  }

  void wrong(@Nullable String message) {
    problems.add(pointer, message);
  }
}
