package nearfar.lab;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * What kind of lab is wanted.
 *
 * @param nearClients 0 to 59
 * @param farClients 0 to 59
 * @param link the link in the words of the lab's variables, such as {@code PROFILE=lte} or {@code
 *     DOWN=200ms~20ms}
 * @param interval from the start of a client's exchange to the start of its next
 * @param greeting what the server says; it ends with a line feed whether or not this does
 */
public record LabSettings(
    int nearClients, int farClients, Map<String, String> link, Duration interval, String greeting) {

  public LabSettings {
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

  /** A link of one's own: delays with an optional jitter, {@code 200ms~20ms}. */
  public LabSettings delays(String down, String up) {
    Map<String, String> words = Map.of("PROFILE", "custom", "DOWN", down, "UP", up);
    return new LabSettings(nearClients, farClients, words, interval, greeting);
  }

  public LabSettings greeting(String text) {
    return new LabSettings(nearClients, farClients, link, interval, text);
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
