package nearfar.networks.control;

import com.google.gson.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;
import nearfar.networks.link.Impairment;
import nearfar.networks.link.Link;
import nearfar.networks.link.Rate;
import org.jspecify.annotations.Nullable;

/**
 * A link in the words that people give it in variables; an empty word is one that was not given.
 *
 * @param profile a profile's name, or {@code custom}
 * @param down the delay and jitter towards the clients, {@code 200ms~20ms}
 * @param up the same towards the server
 * @param rate the rate of both directions
 * @param downRate the rate towards the clients, where it differs
 * @param upRate the rate towards the server, where it differs
 */
record LinkWords(
    String profile, String down, String up, String rate, String downRate, String upRate) {
  static final String CUSTOM = "custom";

  LinkWords {
    boolean numbers = !(down + up + rate + downRate + upRate).isEmpty();
    if (profile.isEmpty() && numbers) {
      profile = CUSTOM;
    }
  }

  Link customLink() {
    if (given().isEmpty()) {
      throw new IllegalArgumentException(
          "profile custom wants numbers, such as DOWN=200ms~20ms UP=40ms RATE=2mbit");
    }
    return new Link(
        CUSTOM,
        impairment("DOWN", down, "DOWN_RATE", downRate),
        impairment("UP", up, "UP_RATE", upRate));
  }

  void refuseNumbersWithoutCustom() {
    if (!profile.equals(CUSTOM) && !given().isEmpty()) {
      throw new IllegalArgumentException(
          "%s would be lost: numbers go with PROFILE=custom, not with '%s'"
              .formatted(String.join(", ", given().keySet()), profile));
    }
  }

  private Impairment impairment(
      String variable, String delay, String rateVariable, String ownRate) {
    String rateWord = ownRate.isEmpty() ? rate : ownRate;
    @Nullable Rate parsed =
        rateWord.isEmpty()
            ? null
            : named(ownRate.isEmpty() ? "RATE" : rateVariable, () -> Rate.parse(rateWord));
    return named(variable, () -> Impairment.parse(delay.isEmpty() ? "0ms" : delay, parsed));
  }

  private static <T> T named(String variable, java.util.function.Supplier<T> read) {
    try {
      return read.get();
    } catch (IllegalArgumentException wrong) {
      throw new IllegalArgumentException(variable + ": " + wrong.getMessage(), wrong);
    }
  }

  private Map<String, String> given() {
    Map<String, String> given = new LinkedHashMap<>();
    given.put("DOWN", down);
    given.put("UP", up);
    given.put("RATE", rate);
    given.put("DOWN_RATE", downRate);
    given.put("UP_RATE", upRate);
    given.values().removeIf(String::isEmpty);
    return given;
  }

  /** The words again, to compare what a container was started with. */
  @Override
  public String toString() {
    StringJoiner words = new StringJoiner(" ").add(profile);
    given().forEach((variable, word) -> words.add(variable + "=" + word));
    return words.toString();
  }

  JsonObject toJson() {
    JsonObject json = new JsonObject();
    json.addProperty("profile", profile);
    given().forEach(json::addProperty);
    return json;
  }

  static LinkWords fromJson(JsonObject json) {
    return new LinkWords(
        word(json, "profile"),
        word(json, "DOWN"),
        word(json, "UP"),
        word(json, "RATE"),
        word(json, "DOWN_RATE"),
        word(json, "UP_RATE"));
  }

  private static String word(JsonObject json, String name) {
    return json.has(name) ? json.get(name).getAsString() : "";
  }
}
