package nearfar.lab.scenario;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.harrel.jsonschema.Error;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import nearfar.common.cli.DidYouMean;
import nearfar.networks.link.Unsupported;

/**
 * Turns violations of the schema into messages. They use the schema's titles and examples, so a
 * field is described in one place.
 */
record SchemaMessages(JsonObject schema, JsonElement root, Problems problems) {
  /** Names of other tools for a link's fields. */
  private static final Map<String, String> ELSEWHERE =
      Map.of(
          "jitter", "is written with the delay that it belongs to: down: 200ms~20ms",
          "delay", "is written for each direction: down: 40ms, up: 40ms",
          "latency", "is written for each direction: down: 40ms, up: 40ms",
          "bandwidth", "is called rate: rate: 2mbit");

  private static final int MOST_SHOWN = 60;

  void note(Error error) {
    String pointer = error.getInstanceLocation();
    JsonElement instance = resolve(root, pointer);
    JsonObject rule = rule(error.getSchemaLocation());
    String keyword = error.getKeyword();
    if (keyword == null) {
      problems.add(pointer, unknown(pointer, error.getSchemaLocation()));
      return;
    }
    switch (keyword) {
      case "required" ->
          missing(texts(rule.get("required")), instance)
              .forEach(field -> noteMissing(pointer, field, instance, rule));
      case "dependentRequired" -> noteDependent(pointer, instance, rule);
      case "oneOf", "anyOf" -> noteAlternatives(pointer, instance, rule, keyword);
      default -> problems.add(pointer, wrong(keyword, instance, rule, error));
    }
  }

  private static String wrong(String keyword, JsonElement instance, JsonObject rule, Error error) {
    String value = value(instance);
    return switch (keyword) {
      case "type", "pattern" ->
          "%s is not a valid %s%s".formatted(value, title(rule), examples(rule));
      case "enum" -> {
        List<String> known = texts(rule.get("enum"));
        yield "%s is not a valid %s; %s"
            .formatted(value, title(rule), DidYouMean.hint(text(instance), known));
      }
      case "minimum", "maximum" ->
          "%s is not a valid %s (%s to %s)"
              .formatted(value, title(rule), rule.get("minimum"), rule.get("maximum"));
      case "minItems", "minProperties", "minLength" -> "is empty";
      case "maxItems" -> "has more than " + rule.get("maxItems");
      case "maxLength" -> "is longer than %s characters".formatted(rule.get("maxLength"));
      case "maxProperties" -> "has more than one field: write a step for each";
      case "uniqueItems" -> "has an entry twice";
      default -> keyword + ": " + error.getError();
    };
  }

  private String unknown(String pointer, String schemaLocation) {
    String field = pointer.substring(pointer.lastIndexOf('/') + 1);
    JsonObject parent = rule(schemaLocation.substring(0, schemaLocation.lastIndexOf('/')));
    List<String> known = List.copyOf(parent.getAsJsonObject("properties").keySet());
    boolean link = known.contains("down");
    if (link && Unsupported.why(field).isPresent()) {
      return Unsupported.why(field).get();
    }
    List<String> elsewhere = DidYouMean.of(field, ELSEWHERE.keySet());
    return link && DidYouMean.of(field, known).isEmpty() && !elsewhere.isEmpty()
        ? Objects.requireNonNull(ELSEWHERE.get(elsewhere.getFirst()))
        : "is not known; " + DidYouMean.hint(field, known);
  }

  private void noteMissing(String pointer, String field, JsonElement instance, JsonObject rule) {
    boolean misspelt =
        unknownFields(instance, rule)
            .anyMatch(other -> DidYouMean.of(other, List.of(field)).size() == 1);
    if (!misspelt) {
      problems.add(YamlFile.pointer(pointer, field), "is missing");
    }
  }

  private void noteDependent(String pointer, JsonElement instance, JsonObject rule) {
    JsonObject dependent = rule.getAsJsonObject("dependentRequired");
    dependent.keySet().stream()
        .filter(field -> instance.getAsJsonObject().has(field))
        .forEach(field ->
            missing(texts(dependent.get(field)), instance)
                .forEach(other ->
                    problems.add(
                        YamlFile.pointer(pointer, field), "goes with %s alone".formatted(other))));
  }

  private void noteAlternatives(
      String pointer, JsonElement instance, JsonObject rule, String keyword) {
    if (!(instance instanceof JsonObject object)) {
      return;
    }
    List<String> fields =
        rule.getAsJsonArray(keyword).asList().stream()
            .flatMap(each -> texts(each.getAsJsonObject().get("required")).stream())
            .toList();
    List<String> given = fields.stream().filter(object::has).toList();
    if (given.isEmpty() && unknownFields(object, rule).findAny().isEmpty()) {
      problems.add(pointer, "wants one of %s".formatted(String.join(", ", fields)));
    } else if (given.size() > 1) {
      boolean isListed = rule.getAsJsonObject("properties").has("name");
      problems.add(
          pointer,
          "has %s, and is only one of them%s"
              .formatted(String.join(" and ", given), isListed ? ": write one for each" : ""));
    }
  }

  private static Stream<String> unknownFields(JsonElement instance, JsonObject rule) {
    return instance.getAsJsonObject().keySet().stream()
        .filter(field -> !rule.getAsJsonObject("properties").has(field));
  }

  private static List<String> missing(List<String> fields, JsonElement instance) {
    return fields.stream().filter(field -> !instance.getAsJsonObject().has(field)).toList();
  }

  private static String title(JsonObject rule) {
    return rule.has("title") ? rule.get("title").getAsString() : "value";
  }

  private static String examples(JsonObject rule) {
    return rule.has("examples")
        ? ": write one such as " + String.join(", ", texts(rule.get("examples")))
        : "";
  }

  private static String value(JsonElement instance) {
    return switch (instance) {
      case JsonPrimitive _ -> "'" + shortened(text(instance)) + "'";
      case JsonArray _ -> "a list";
      case JsonObject _ -> "a group of fields";
      default -> "nothing";
    };
  }

  private static String text(JsonElement instance) {
    return instance instanceof JsonPrimitive primitive ? primitive.getAsString() : "";
  }

  private static String shortened(String text) {
    return text.length() <= MOST_SHOWN ? text : text.substring(0, MOST_SHOWN) + "...";
  }

  private static List<String> texts(JsonElement array) {
    List<String> texts = new ArrayList<>();
    array.getAsJsonArray().forEach(each -> texts.add(each.getAsString()));
    return texts;
  }

  /** The part of the schema that an error is about. */
  private JsonObject rule(String schemaLocation) {
    String pointer = schemaLocation.substring(schemaLocation.indexOf('#') + 1);
    return resolve(schema, pointer) instanceof JsonObject rule ? rule : schema;
  }

  private static JsonElement resolve(JsonElement root, String pointer) {
    JsonElement element = root;
    for (String part : pointer.isEmpty() ? new String[0] : pointer.substring(1).split("/", -1)) {
      String field = part.replace("~1", "/").replace("~0", "~");
      element =
          element instanceof JsonArray array
              ? array.get(Integer.parseInt(field))
              : element.getAsJsonObject().get(field);
    }
    return element;
  }
}
