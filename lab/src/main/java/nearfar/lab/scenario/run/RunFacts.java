package nearfar.lab.scenario.run;

import java.util.LinkedHashMap;
import java.util.Map;
import nearfar.common.cli.ProgramVersion;
import nearfar.lab.ClientSettings;
import nearfar.lab.Lab;
import nearfar.lab.Service;
import nearfar.lab.scenario.Scenario;
import nearfar.networks.link.Durations;
import org.testcontainers.DockerClientFactory;

/** The settings and versions that a reader needs to repeat the run. */
final class RunFacts {
  private RunFacts() {}

  static Map<String, String> of(Scenario scenario, long seed, Lab lab) {
    ClientSettings clients = scenario.lab().clients();
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("seed", Long.toString(seed));
    facts.put("clients", "%d near, %d far".formatted(clients.near(), clients.far()));
    facts.put("interval", Durations.format(clients.interval()));
    facts.put("starting link", ActionText.link(scenario.lab().link()));
    facts.put("service", service(scenario.lab().service()));
    facts.put("lab", lab.name());
    facts.put("nearfar", ProgramVersion.of(Lab.class));
    facts.put("toxiproxy", "2.12.0");
    facts.put(
        "engine", "docker " + DockerClientFactory.lazyClient().versionCmd().exec().getVersion());
    facts.put("java", Runtime.version().toString());
    return facts;
  }

  private static String service(Service service) {
    return switch (service) {
      case Service.Greeter(String greeting) ->
          greeting.length() > 60
              ? "the greeter, %d characters".formatted(greeting.length())
              : "the greeter: " + greeting;
      case Service.Image image -> "%s, port %d".formatted(image.image(), image.port());
      case Service.Container container ->
          "%s, port %d".formatted(container.container().getDockerImageName(), container.port());
    };
  }
}
