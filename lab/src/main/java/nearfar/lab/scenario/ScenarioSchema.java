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
 * The JSON Schema of scenario files, which editors read as well. It is the first check of a file.
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

  /** Adds all violations of the schema. The library is not documented as thread-safe. */
  synchronized void check(JsonElement root, Problems problems) {
    List<Error> errors =
        validator.validate(uri, root).getErrors().stream()
            // An error in one alternative does not matter if another alternative matches.
            .filter(error -> !error.getEvaluationPath().matches(".*/(oneOf|anyOf|if)/.*"))
            .filter(error -> !"if".equals(error.getKeyword()))
            .toList();
    // A value of the wrong type has other errors only because of its type; a misspelt field also
    // looks missing.
    List.<Stream<Error>>of(
            errors.stream().filter(error -> "type".equals(error.getKeyword())),
            errors.stream().filter(error -> error.getKeyword() == null),
            errors.stream().filter(error -> error.getKeyword() != null))
        .forEach(
            some -> some.forEach(error -> new SchemaMessages(schema, root, problems).note(error)));
  }
}
