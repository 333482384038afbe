package nearfar.networks.control;

import com.google.gson.JsonObject;
import java.time.Instant;
import nearfar.networks.link.Durations;
import nearfar.networks.link.Impairment;
import nearfar.networks.link.Link;
import nearfar.networks.link.Rate;
import org.jspecify.annotations.Nullable;

/**
 * What was asked of the link, and since when: all that has to survive a crash.
 *
 * @param link the link while {@code state} is up, and the one that comes back when it is healed
 * @param sinceNanos when it was asked for, by {@link System#nanoTime}; one clock for all containers
 *     of a Linux host, until that restarts
 * @param initial the link that the container was started with, in the words it was given
 */
record Asked(Link link, State state, long sinceNanos, Instant since, String initial) {

  Asked {
    // After a restart of the host its clock began anew, and "since" can only be now.
    if (sinceNanos > System.nanoTime()) {
      sinceNanos = System.nanoTime();
    }
  }

  static Asked now(Link link, State state, String initial) {
    return new Asked(link, state, System.nanoTime(), Instant.now(), initial);
  }

  boolean sameLinkAs(Asked other) {
    return link.equals(other.link) && state == other.state;
  }

  /** One line for people. */
  String summary() {
    return switch (state) {
      case UP -> link.summary();
      case CUT -> "cut: no byte crosses, in either direction, until it is healed to " + link.name();
      case REFUSED ->
          "refused: every connection is turned away, until it is healed to " + link.name();
    };
  }

  JsonObject toJson() {
    JsonObject json = new JsonObject();
    json.addProperty("name", link.name());
    json.add("down", toJson(link.down()));
    json.add("up", toJson(link.up()));
    json.addProperty("state", state.name());
    json.addProperty("since_ns", sinceNanos);
    json.addProperty("since", since.toString());
    json.addProperty("initial", initial);
    return json;
  }

  /**
   * Reads what {@link #toJson} wrote.
   *
   * @throws RuntimeException of various kinds, if it is something else
   */
  static Asked fromJson(JsonObject json) {
    Link link =
        new Link(
            json.get("name").getAsString(),
            impairment(json.getAsJsonObject("down")),
            impairment(json.getAsJsonObject("up")));
    return new Asked(
        link,
        State.valueOf(json.get("state").getAsString()),
        json.get("since_ns").getAsLong(),
        Instant.parse(json.get("since").getAsString()),
        json.get("initial").getAsString());
  }

  private static JsonObject toJson(Impairment impairment) {
    JsonObject json = new JsonObject();
    json.addProperty("delay", Durations.format(impairment.delay()));
    json.addProperty("jitter", Durations.format(impairment.jitter()));
    if (impairment.rate() != null) {
      json.addProperty("rate", impairment.rate().toString());
    }
    return json;
  }

  private static Impairment impairment(JsonObject json) {
    @Nullable Rate rate = json.has("rate") ? Rate.parse(json.get("rate").getAsString()) : null;
    return new Impairment(
        Durations.parse(json.get("delay").getAsString()),
        Durations.parse(json.get("jitter").getAsString()),
        rate);
  }
}
