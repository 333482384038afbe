package nearfar.lab.scenario;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.harrel.jsonschema.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/**
 * A YAML text as JSON, with the lines of its values.
 *
 * @param places the place of each value, by its JSON pointer (RFC 6901)
 */
record YamlFile(JsonElement root, Map<String, Place> places) {
  /**
   * A place in the text.
   *
   * @param line from 1; 0 if unknown
   * @param index the number of characters before it
   */
  record Place(int line, int index) {
    static Place of(Optional<Mark> mark) {
      return mark.map(known -> new Place(known.getLine() + 1, known.getIndex()))
          .orElse(new Place(0, 0));
    }
  }

  private static final int MOST_CHARACTERS = 200_000;
  private static final int DEEPEST = 20;

  /**
   * Reads a text.
   *
   * @throws ScenarioErrors if it is not valid YAML, or has values that JSON cannot express
   */
  static YamlFile parse(String file, String yaml) {
    if (yaml.length() > MOST_CHARACTERS) {
      throw new ScenarioErrors(
          List.of(
              new ScenarioError(
                  file,
                  0,
                  "",
                  "%d characters are too many for a scenario (at most %d)"
                      .formatted(yaml.length(), MOST_CHARACTERS))));
    }
    LoadSettings settings =
        LoadSettings.builder().setSchema(new CoreSchema()).setUseMarks(true).build();
    Conversion conversion = new Conversion(file);
    Optional<Node> root;
    try {
      conversion.refuseTricks(new Parse(settings).parseString(yaml));
      root = new Compose(settings).composeString(yaml);
    } catch (MarkedYamlEngineException notYaml) {
      throw conversion.failed(notYaml.getProblemMark(), notYaml.getProblem());
    } catch (YamlEngineException | IllegalArgumentException notYaml) { // the latter for some tags
      throw conversion.failed(Optional.empty(), String.valueOf(notYaml.getMessage()));
    }
    JsonElement json =
        conversion.json(
            root.orElseThrow(() -> conversion.failed(Optional.empty(), "the file is empty")), "");
    if (!conversion.errors.isEmpty()) {
      throw new ScenarioErrors(conversion.errors);
    }
    return new YamlFile(json, Map.copyOf(conversion.places));
  }

  /** The pointer of a field. */
  static String pointer(String parent, String field) {
    return parent + "/" + JsonNode.encodeJsonPointer(field);
  }

  private static final class Conversion {
    private final String file;
    private final Map<String, Place> places = new HashMap<>();
    private final List<ScenarioError> errors = new ArrayList<>();

    Conversion(String file) {
      this.file = file;
    }

    /** An alias can expand to more than the memory, and deep nesting to more than the stack. */
    void refuseTricks(Iterable<Event> events) {
      int depth = 0;
      for (Event event : events) {
        if (event instanceof AliasEvent) {
          throw failed(
              event.getStartMark(), "aliases (*) are not supported: write the value itself");
        }
        depth += event instanceof CollectionStartEvent ? 1 : 0;
        depth -= event instanceof CollectionEndEvent ? 1 : 0;
        if (depth > DEEPEST) {
          throw failed(event.getStartMark(), "nested deeper than " + DEEPEST);
        }
      }
    }

    ScenarioErrors failed(Optional<Mark> mark, String what) {
      return new ScenarioErrors(
          List.of(new ScenarioError(file, Place.of(mark).line(), "", "not valid YAML: " + what)));
    }

    JsonElement json(Node node, String pointer) {
      places.putIfAbsent(pointer, Place.of(node.getStartMark()));
      return switch (node) {
        case MappingNode mapping -> object(mapping, pointer);
        case SequenceNode sequence -> array(sequence, pointer);
        case ScalarNode scalar -> scalar(scalar);
        default -> throw failed(node.getStartMark(), "unexpected " + node.getNodeType());
      };
    }

    private JsonObject object(MappingNode mapping, String pointer) {
      JsonObject object = new JsonObject();
      for (NodeTuple tuple : mapping.getValue()) {
        if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
          throw failed(tuple.getKeyNode().getStartMark(), "the name of a field is one word");
        }
        String field = key.getValue();
        String at = pointer(pointer, field);
        Place place = Place.of(key.getStartMark());
        if (object.has(field)) {
          errors.add(
              new ScenarioError(
                  file,
                  place.line(),
                  Problems.field(object, at.substring(pointer.length())),
                  "is given twice; first in line "
                      + Objects.requireNonNull(places.get(at)).line()));
          continue;
        }
        places.put(at, place);
        object.add(field, json(tuple.getValueNode(), at));
      }
      return object;
    }

    private JsonArray array(SequenceNode sequence, String pointer) {
      JsonArray array = new JsonArray();
      for (Node node : sequence.getValue()) {
        array.add(json(node, pointer + "/" + array.size()));
      }
      return array;
    }

    private static JsonElement scalar(ScalarNode scalar) {
      String text = scalar.getValue();
      if (scalar.getTag().equals(Tag.NULL)) {
        return JsonNull.INSTANCE;
      }
      if (scalar.getTag().equals(Tag.BOOL)) {
        return new JsonPrimitive(Boolean.valueOf(text));
      }
      if (scalar.getTag().equals(Tag.INT) || scalar.getTag().equals(Tag.FLOAT)) {
        try {
          return new JsonPrimitive(new BigDecimal(text));
        } catch (NumberFormatException noNumberOfJson) {
          return new JsonPrimitive(text);
        }
      }
      return new JsonPrimitive(text);
    }
  }
}
