package nearfar.lab;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import nearfar.networks.link.Impairment;

/**
 * What kind of lab is wanted.
 *
 * @param nearClients 0 to 59
 * @param farClients 0 to 59
 * @param link the link in the words of the lab's variables, such as {@code PROFILE=lte} or {@code
 *     DOWN=200ms~20ms}
 * @param interval from the start of a client's exchange to the start of its next, from 1 ms
 * @param greeting what the server says; it ends with a line feed whether or not this does
 */
public record LabSettings(
    int nearClients, int farClients, Map<String, String> link, Duration interval, String greeting) {

  private static final int MOST_CLIENTS = 59;

  public LabSettings {
    requireCount("near", nearClients);
    requireCount("far", farClients);
    if (interval.toMillis() < 1) {
      throw new IllegalArgumentException("an interval of " + interval + " is less than 1 ms");
    }
    link = Map.copyOf(link);
  }

  /** One near and one far client over the {@code perfect} link, greeted five times a second. */
  public static LabSettings defaults() {
    return new LabSettings(
        1,
        1,
        Map.of("PROFILE", "perfect"),
        Duration.ofMillis(200),
        "connection formed successfully");
  }

  public LabSettings clients(int near, int far) {
    return new LabSettings(near, far, link, interval, greeting);
  }

  public LabSettings profile(String name) {
    return new LabSettings(nearClients, farClients, Map.of("PROFILE", name), interval, greeting);
  }

  /** A link of one's own. */
  public LabSettings link(Impairment down, Impairment up) {
    Map<String, String> words =
        Wan.words(down, up).stream()
            .map(word -> word.split("=", 2))
            .collect(Collectors.toMap(word -> word[0], word -> word[1]));
    return new LabSettings(nearClients, farClients, words, interval, greeting);
  }

  public LabSettings greeting(String text) {
    return new LabSettings(nearClients, farClients, link, interval, text);
  }

  private static void requireCount(String side, int clients) {
    if (clients < 0 || clients > MOST_CLIENTS) {
      throw new IllegalArgumentException(
          "%d %s clients: a side's network has room for 0 to %d"
              .formatted(clients, side, MOST_CLIENTS));
    }
  }

  Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>(link);
    environment.put("LAN_CLIENTS", Integer.toString(nearClients));
    environment.put("WAN_CLIENTS", Integer.toString(farClients));
    environment.put("INTERVAL", interval.toMillis() + "ms");
    environment.put("GREETING", greeting);
    return environment;
  }
}
