package nearfar.lab.scenario;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.harrel.jsonschema.Error;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.GsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The JSON Schema of scenario files, the same that editors read. A file is held against it before
 * anything else is.
 */
final class ScenarioSchema {
  static final String FILE = "scenario.schema.json";

  private final JsonObject schema = JsonParser.parseString(text()).getAsJsonObject();
  private final Validator validator;
  private final URI uri;

  ScenarioSchema() {
    validator =
        new ValidatorFactory().withJsonNodeFactory(new GsonNode.Factory()).createValidator();
    uri = validator.registerSchema(schema);
  }

  static String text() {
    try (InputStream stream =
        Objects.requireNonNull(ScenarioSchema.class.getResourceAsStream(FILE), FILE)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Notes all that the schema has to say. One thread at a time: the library promises no more. */
  synchronized void check(JsonElement root, Problems problems) {
    List<Error> errors =
        validator.validate(uri, root).getErrors().stream()
            // What is wrong with one alternative says nothing where another is right.
            .filter(error -> !error.getEvaluationPath().matches(".*/(oneOf|anyOf|if)/.*"))
            .filter(error -> !"if".equals(error.getKeyword()))
            .toList();
    // Of what has the wrong type, nothing else is worth saying; a misspelt field also seems
    // missing.
    List.<Stream<Error>>of(
            errors.stream().filter(error -> "type".equals(error.getKeyword())),
            errors.stream().filter(error -> error.getKeyword() == null),
            errors.stream().filter(error -> error.getKeyword() != null))
        .forEach(
            some -> some.forEach(error -> new SchemaMessages(schema, root, problems).note(error)));
  }
}
