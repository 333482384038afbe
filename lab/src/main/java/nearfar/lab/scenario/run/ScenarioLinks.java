package nearfar.lab.scenario.run;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import nearfar.lab.LabSettings;
import nearfar.lab.scenario.Action.ChangeLink;
import nearfar.lab.scenario.Scenario;
import nearfar.lab.scenario.Step;

/** The links of a scenario, as variables of {@code make wan}. */
public final class ScenarioLinks {
  private static final String PROFILE = "PROFILE";
  private static final String FAULT = "FAULT";
  private static final String SEED = "SEED";

  /** Values of PROFILE that are states, not profiles. */
  private static final Set<String> STATES = Set.of("cut", "heal", "refused");

  private ScenarioLinks() {}

  static boolean hasFaults(Map<String, String> words) {
    return words.containsKey(FAULT);
  }

  static Map<String, String> withoutFaults(Map<String, String> words) {
    Map<String, String> link = new HashMap<>(words);
    link.remove(FAULT);
    link.remove(SEED);
    return link;
  }

  /** A lab whose link has no faults yet, so that each client can be greeted first. */
  public static LabSettings withoutFaults(LabSettings lab) {
    return lab.link(withoutFaults(lab.link()));
  }

  /** Adds the seed to a link with faults, unless it names one. */
  static Map<String, String> seeded(Map<String, String> words, long seed) {
    Map<String, String> seeded = new HashMap<>(words);
    if (hasFaults(words)) {
      seeded.putIfAbsent(SEED, Long.toString(seed));
    }
    return seeded;
  }

  /** Each link that carries traffic, once, without its faults. */
  public static List<Map<String, String>> used(Scenario scenario) {
    return Stream.concat(
            Stream.of(scenario.lab().link()),
            scenario.timeline().stream()
                .map(Step::action)
                .filter(ChangeLink.class::isInstance)
                .map(action -> ((ChangeLink) action).words()))
        .map(ScenarioLinks::withoutFaults)
        .filter(words -> !words.isEmpty() && !STATES.contains(words.getOrDefault(PROFILE, "")))
        .distinct()
        .toList();
  }
}
