package nearfar.networks.calibration;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import nearfar.networks.link.Durations;
import nearfar.networks.link.Impairment;
import nearfar.networks.link.Link;

/**
 * The proxies of a calibration: each leads to the peer over another link.
 *
 * @param targets the first has the unimpaired path
 */
public record Plan(List<Target> targets) {
  /** Where the peer listens. */
  public static final int PEER_PORT = 4600;

  private static final int MOST_LINKS = 40;
  private static final Duration LONGEST = Duration.ofSeconds(10);

  public Plan {
    if (targets.size() < 2) {
      throw new IllegalArgumentException("no link is to be measured");
    }
    targets = List.copyOf(targets);
  }

  /**
   * A proxy on the gateway and its link.
   *
   * @param proxy its name on Toxiproxy
   * @param port where it listens on the gateway
   */
  public record Target(String proxy, int port, Link link) {}

  /**
   * The links to open proxies for, with the unimpaired path first.
   *
   * @throws IllegalArgumentException if there are too many, or one takes too long to measure
   */
  public static List<Link> withUnimpairedPath(List<Link> links) {
    if (links.size() > MOST_LINKS) {
      throw new IllegalArgumentException(
          "%d links are too many at a time, at most %d".formatted(links.size(), MOST_LINKS));
    }
    for (Link link : links) {
      for (Impairment direction : List.of(link.down(), link.up())) {
        if (direction.delay().plus(direction.jitter()).compareTo(LONGEST) > 0) {
          throw new IllegalArgumentException(
              "%s: %s is too long to be measured, at most %s"
                  .formatted(link.name(), direction, Durations.format(LONGEST)));
        }
      }
    }
    List<Link> all = new ArrayList<>(links);
    all.addFirst(new Link("nothing added", Impairment.NONE, Impairment.NONE));
    return all;
  }

  /** The names of the proxies. */
  public List<String> proxies() {
    return targets.stream().map(Target::proxy).toList();
  }

  /** One line, which {@link #parse} reads again. */
  @Override
  public String toString() {
    JsonArray all = new JsonArray();
    for (Target target : targets) {
      JsonObject json = new JsonObject();
      json.addProperty("proxy", target.proxy());
      json.addProperty("port", target.port());
      json.add("link", Json.of(target.link()));
      all.add(json);
    }
    return all.toString();
  }

  /**
   * Reads what {@link #toString} wrote.
   *
   * @throws IllegalArgumentException naming the text, if it is something else
   */
  public static Plan parse(String text) {
    try {
      return new Plan(targets(text));
    } catch (RuntimeException somethingElse) { // of Gson, of a cast, of a number
      throw new IllegalArgumentException(
          "'%s' is not a plan of a calibration: give what 'calibration open' printed"
              .formatted(text),
          somethingElse);
    }
  }

  private static List<Target> targets(String text) {
    List<Target> targets = new ArrayList<>();
    for (JsonElement each : JsonParser.parseString(text).getAsJsonArray()) {
      JsonObject json = each.getAsJsonObject();
      targets.add(
          new Target(
              json.get("proxy").getAsString(),
              json.get("port").getAsInt(),
              Json.link(json.getAsJsonObject("link"))));
    }
    return targets;
  }
}
