package nearfar.lab;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import nearfar.networks.control.LinkCheck;
import nearfar.networks.link.Impairment;

/**
 * What kind of lab is wanted.
 *
 * @param link the link in the words of the lab's variables, such as {@code PROFILE=lte} or {@code
 *     DOWN=200ms~20ms}; without any it is {@code perfect}
 */
public record LabSettings(ClientSettings clients, Map<String, String> link, Service service) {
  private static final Set<String> NUMBERS = Set.of("DOWN", "UP", "RATE", "DOWN_RATE", "UP_RATE");
  private static final String GREETING = "connection formed successfully";

  public LabSettings {
    link = Map.copyOf(link);
  }

  /** One near and one far client over the {@code perfect} link, greeted five times a second. */
  public static LabSettings defaults() {
    return new LabSettings(
        new ClientSettings(
            1, 1, Duration.ofMillis(200), Duration.ofSeconds(5), Duration.ofSeconds(30), false),
        Map.of("PROFILE", "perfect"),
        new Service.Greeter(GREETING));
  }

  public LabSettings clients(int near, int far) {
    return clients(
        new ClientSettings(
            near,
            far,
            clients.interval(),
            clients.connectTimeout(),
            clients.readTimeout(),
            clients.readsOnce()));
  }

  public LabSettings clients(ClientSettings settings) {
    return new LabSettings(settings, link, service);
  }

  public LabSettings profile(String name) {
    return link(Map.of("PROFILE", name));
  }

  /** A link of one's own. */
  public LabSettings link(Impairment down, Impairment up) {
    return link(
        Wan.words(down, up).stream()
            .map(word -> word.split("=", 2))
            .collect(Collectors.toMap(word -> word[0], word -> word[1])));
  }

  /** A link in the words of the lab's variables. */
  public LabSettings link(Map<String, String> words) {
    return new LabSettings(clients, words, service);
  }

  public LabSettings greeting(String text) {
    return service(new Service.Greeter(text));
  }

  public LabSettings service(Service instead) {
    return new LabSettings(clients, link, instead);
  }

  /**
   * Checks the link before a lab is started with it.
   *
   * @throws IllegalArgumentException naming the word that is wrong, and the nearest that is right
   */
  void requireLink() {
    LinkCheck.start(wholeLink());
  }

  private Map<String, String> wholeLink() {
    Map<String, String> words = new HashMap<>(link);
    words.putIfAbsent(
        "PROFILE", link.keySet().stream().anyMatch(NUMBERS::contains) ? "custom" : "perfect");
    return words;
  }

  Map<String, String> environment() {
    Map<String, String> environment = wholeLink();
    environment.put("LAN_CLIENTS", Integer.toString(clients.near()));
    environment.put("WAN_CLIENTS", Integer.toString(clients.far()));
    environment.put("INTERVAL", millis(clients.interval()));
    environment.put("CONNECT_TIMEOUT", millis(clients.connectTimeout()));
    environment.put("READ_TIMEOUT", millis(clients.readTimeout()));
    environment.put("READ_ONCE", Boolean.toString(clients.readsOnce()));
    environment.put("SERVICE_PORT", Integer.toString(service.port()));
    environment.put("SEND", Objects.requireNonNullElse(service.send(), ""));
    environment.put("EXPECT", Objects.requireNonNullElse(service.expect(), ""));
    switch (service) {
      case Service.Greeter greeter -> environment.put("GREETING", greeter.greeting());
      case Service.Image image -> environment.put("SERVICE_IMAGE", image.image());
      // No container is made of it, but the file wants a name.
      case Service.Container _ -> environment.put("SERVICE_IMAGE", "none");
    }
    return environment;
  }

  private static String millis(Duration duration) {
    return duration.toMillis() + "ms";
  }
}
