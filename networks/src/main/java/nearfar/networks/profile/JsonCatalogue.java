package nearfar.networks.profile;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.List;
import nearfar.networks.link.Impairment;

/**
 * Profiles with their sources for programs, as one JSON object; docs/profiles.md describes its
 * fields.
 */
final class JsonCatalogue {
  private static final Gson GSON =
      new GsonBuilder().disableHtmlEscaping().setPrettyPrinting().create();
  private static final double NANOS_PER_MILLI = 1e6;

  private JsonCatalogue() {}

  static String print(List<Profile> profiles) {
    JsonArray array = new JsonArray();
    profiles.forEach(profile -> array.add(json(profile)));
    JsonObject json = new JsonObject();
    json.addProperty("greeting_bytes", Greeting.BYTES);
    json.add("profiles", array);
    return GSON.toJson(json) + "\n";
  }

  private static JsonObject json(Profile profile) {
    JsonObject json = new JsonObject();
    json.addProperty("name", profile.name());
    json.addProperty("title", profile.title());
    json.add("down", json(profile.link().down()));
    json.add("up", json(profile.link().up()));
    json.add("greeting_here", json(Greeting.here(profile.link())));
    json.add("greeting_real", json(Greeting.real(profile.link())));
    JsonArray sources = new JsonArray();
    profile.sources().forEach(source -> sources.add(json(source)));
    json.add("sources", sources);
    return json;
  }

  private static JsonObject json(Impairment direction) {
    JsonObject json = new JsonObject();
    json.addProperty("delay_ms", millis(direction.delay()));
    json.addProperty("jitter_ms", millis(direction.jitter()));
    if (direction.rate() != null) {
      json.addProperty("rate_bits_per_second", direction.rate().bitsPerSecond());
    }
    return json;
  }

  private static JsonObject json(Greeting greeting) {
    JsonObject json = new JsonObject();
    json.addProperty("least_ms", millis(greeting.least()));
    json.addProperty("most_ms", millis(greeting.most()));
    return json;
  }

  private static JsonObject json(Source source) {
    JsonArray figures = new JsonArray();
    source.figures().forEach(figure -> figures.add(figure.field()));
    JsonObject json = new JsonObject();
    json.add("for", figures);
    json.addProperty("from", source.from());
    json.addProperty("here", source.here());
    return json;
  }

  private static double millis(Duration duration) {
    return duration.toNanos() / NANOS_PER_MILLI;
  }
}
