package nearfar.tests.scenarios;

import static org.junit.jupiter.api.Assertions.assertAll;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nearfar.lab.Lab;
import nearfar.lab.LabSettings;
import nearfar.lab.scenario.run.LinkVerification;
import nearfar.lab.scenario.run.ScenarioLinks;
import org.junit.jupiter.api.function.Executable;

/**
 * Scenarios and negative controls that one lab serves, one after the other: a lab costs more than a
 * run in it.
 */
record SharedLabScenarios(List<Shipped> runs) {

  static Stream<SharedLabScenarios> untimed() {
    return of(Shipped.untimed());
  }

  static Stream<SharedLabScenarios> timed() {
    return of(Shipped.timed());
  }

  private static Stream<SharedLabScenarios> of(Stream<Shipped> scenarios) {
    Map<Object, List<Shipped>> grounds =
        scenarios
            .flatMap(shipped -> Stream.of(shipped, shipped.control()))
            .collect(
                Collectors.groupingBy(
                    run -> run.grows() ? run : run.addresses(),
                    LinkedHashMap::new,
                    Collectors.toList()));
    return grounds.values().stream().map(SharedLabScenarios::new);
  }

  /** All that they use, each once. */
  List<Map<String, String>> links() {
    return runs.stream()
        .flatMap(run -> ScenarioLinks.used(run.scenario()).stream())
        .distinct()
        .toList();
  }

  void assertAllComeOut(LinkVerification hasty, LinkVerification strict) {
    LabSettings settings = runs.getFirst().scenario().lab();
    try (Lab lab = Lab.start(ScenarioLinks.withoutFaults(settings))) {
      assertAll(
          runs.stream().map(run -> (Executable) () -> run.assertComesOutIn(lab, hasty, strict)));
    }
  }

  @Override
  public String toString() {
    return runs.stream()
        .map(run -> run.scenario().name())
        .distinct()
        .collect(Collectors.joining(", "));
  }
}
