package nearfar.common.log;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * One event of one program's log. The getters throw {@link IllegalArgumentException} if a field is
 * missing or has another type; the message names the field.
 */
public record LogEvent(JsonObject json) {

  /** Reads a line of a log; null if it is not a JSON object. */
  public static @Nullable LogEvent parse(String line) {
    if (!line.startsWith("{")) {
      return null;
    }
    try {
      return JsonParser.parseString(line) instanceof JsonObject json ? new LogEvent(json) : null;
    } catch (JsonParseException e) {
      return null;
    }
  }

  public String name() {
    return text("event");
  }

  public Instant time() {
    try {
      return Instant.parse(text("time"));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("time is not an ISO instant", e);
    }
  }

  public String text(String field) {
    String text = textOrNull(field);
    if (text == null) {
      throw new IllegalArgumentException("no field " + field);
    }
    return text;
  }

  public @Nullable String textOrNull(String field) {
    JsonPrimitive value = primitive(field);
    return value == null ? null : value.getAsString();
  }

  /** A whole number, such as {@code at_ns}. */
  public long number(String field) {
    JsonPrimitive value = primitive(field);
    if (value == null || !value.isNumber()) {
      throw new IllegalArgumentException("no number " + field);
    }
    return value.getAsLong();
  }

  /** Nanoseconds, of a field in decimal milliseconds. */
  public long millis(String field) {
    OptionalLong nanos = millisIfAny(field);
    if (nanos.isEmpty()) {
      throw new IllegalArgumentException("no number " + field);
    }
    return nanos.getAsLong();
  }

  /** Nanoseconds, of a field in decimal milliseconds, or empty if there is none. */
  public OptionalLong millisIfAny(String field) {
    JsonPrimitive value = primitive(field);
    if (value == null) {
      return OptionalLong.empty();
    }
    double nanos = value.getAsDouble() * 1e6;
    if (!(nanos >= 0 && nanos < 1e18)) {
      throw new IllegalArgumentException(field + " is out of range");
    }
    return OptionalLong.of(Math.round(nanos));
  }

  private @Nullable JsonPrimitive primitive(String field) {
    JsonElement value = json.get(field);
    return value instanceof JsonPrimitive primitive ? primitive : null;
  }
}
