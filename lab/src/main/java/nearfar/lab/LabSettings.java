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
 * The settings of a lab.
 *
 * @param link the link's parameters, as {@code make wan} has them, such as {@code PROFILE=lte} or
 *     {@code DOWN=200ms~20ms}; if empty, the link is {@code perfect}
 * @param service the server of the lab
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

  /** That many clients on each side. */
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

  /** Clients with these settings. */
  public LabSettings clients(ClientSettings settings) {
    return new LabSettings(settings, link, service);
  }

  /** The link of a profile. */
  public LabSettings profile(String name) {
    return link(Map.of("PROFILE", name));
  }

  /** A link with these impairments in each direction. */
  public LabSettings link(Impairment down, Impairment up) {
    return link(
        Wan.parameters(down, up).stream()
            .map(parameter -> parameter.split("=", 2))
            .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1])));
  }

  /** A link with these parameters, as {@code make wan} has them. */
  public LabSettings link(Map<String, String> parameters) {
    return new LabSettings(clients, parameters, service);
  }

  /** The lab's own server with this greeting. */
  public LabSettings greeting(String text) {
    return service(new Service.Greeter(text));
  }

  /** Another server. */
  public LabSettings service(Service server) {
    return new LabSettings(clients, link, server);
  }

  /**
   * Checks the link before the lab starts.
   *
   * @throws IllegalArgumentException with the parameter that is wrong, and the closest valid one
   */
  void requireLink() {
    LinkCheck.start(wholeLink());
  }

  private Map<String, String> wholeLink() {
    Map<String, String> parameters = new HashMap<>(link);
    parameters.putIfAbsent(
        "PROFILE", link.keySet().stream().anyMatch(NUMBERS::contains) ? "custom" : "perfect");
    return parameters;
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
      // Compose creates no container from it, but the file requires a name.
      case Service.Container _ -> environment.put("SERVICE_IMAGE", "none");
    }
    return environment;
  }

  private static String millis(Duration duration) {
    return duration.toMillis() + "ms";
  }
}
