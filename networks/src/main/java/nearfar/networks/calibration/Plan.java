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
 * Doors on the gateway, each of which leads to the peer over a link of its own.
 *
 * @param doors the first adds nothing
 */
public record Plan(List<PortProbe> doors) {
  /** Where the peer listens. */
  public static final int PEER_PORT = 4600;

  private static final int MOST_LINKS = 40;
  private static final Duration LONGEST = Duration.ofSeconds(10);

  public Plan {
    if (doors.size() < 2) {
      throw new IllegalArgumentException("no link is to be measured");
    }
    doors = List.copyOf(doors);
  }

  /**
   * One door.
   *
   * @param proxy its name on Toxiproxy
   * @param port where it listens on the gateway
   */
  public record PortProbe(String proxy, int port, Link link) {}

  /**
   * The links to open doors for, that which adds nothing before the others.
   *
   * @throws IllegalArgumentException if they are too many, or one takes too long to be measured
   */
  public static List<Link> withBarePath(List<Link> links) {
    if (links.size() > MOST_LINKS) {
      throw new IllegalArgumentException(
          "%d links are too many at a time, at most %d".formatted(links.size(), MOST_LINKS));
    }
    for (Link link : links) {
      for (Impairment way : List.of(link.down(), link.up())) {
        if (way.delay().plus(way.jitter()).compareTo(LONGEST) > 0) {
          throw new IllegalArgumentException(
              "%s: %s is too long to be measured, at most %s"
                  .formatted(link.name(), way, Durations.format(LONGEST)));
        }
      }
    }
    List<Link> all = new ArrayList<>(links);
    all.addFirst(new Link("nothing added", Impairment.NONE, Impairment.NONE));
    return all;
  }

  /** The doors' names on Toxiproxy. */
  public List<String> proxies() {
    return doors.stream().map(PortProbe::proxy).toList();
  }

  /** One line, which {@link #parse} reads again. */
  @Override
  public String toString() {
    JsonArray all = new JsonArray();
    for (PortProbe door : doors) {
      JsonObject json = new JsonObject();
      json.addProperty("proxy", door.proxy());
      json.addProperty("port", door.port());
      json.add("link", Json.of(door.link()));
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
      return new Plan(doors(text));
    } catch (RuntimeException somethingElse) { // of Gson, of a cast, of a number
      throw new IllegalArgumentException(
          "'%s' is no plan of a calibration: give what 'calibration open' printed".formatted(text),
          somethingElse);
    }
  }

  private static List<PortProbe> doors(String text) {
    List<PortProbe> doors = new ArrayList<>();
    for (JsonElement each : JsonParser.parseString(text).getAsJsonArray()) {
      JsonObject json = each.getAsJsonObject();
      doors.add(
          new PortProbe(
              json.get("proxy").getAsString(),
              json.get("port").getAsInt(),
              Json.link(json.getAsJsonObject("link"))));
    }
    return doors;
  }
}
