package nearfar.lab.scenario.run;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nearfar.lab.Lab;
import nearfar.lab.Service;
import nearfar.lab.scenario.Action;
import nearfar.lab.scenario.Scenario;
import nearfar.lab.scenario.Step;

/**
 * Parts of the lab that end during a scenario without a step: then the lab is at fault. An external
 * service is not such a part, because the scenario judges it.
 */
final class UnexpectedExits {
  private final Lab lab;
  private final Map<String, Instant> started = new LinkedHashMap<>();

  /** Create it before zero: it takes the parts that run then as expected to run until the end. */
  UnexpectedExits(Lab lab, Scenario scenario) {
    this.lab = lab;
    Set<String> excluded =
        Stream.concat(
                scenario.timeline().stream().map(Step::action).flatMap(UnexpectedExits::ended),
                scenario.lab().service() instanceof Service.Greeter
                    ? Stream.empty()
                    : Stream.of("server"))
            .collect(Collectors.toSet());
    lab.containers().stream()
        .filter(part -> !excluded.contains(part))
        .forEach(part -> started.put(part, lab.startedAt(part)));
  }

  private static Stream<String> ended(Action action) {
    return switch (action) {
      case Action.Kill kill -> Stream.of(kill.part());
      case Action.Stop stop -> Stream.of(stop.part());
      case Action.Start start -> Stream.of(start.part());
      case Action.ChangeLink _, Action.MoreClients _ -> Stream.empty();
    };
  }

  /** The parts whose process ended or was replaced since zero. */
  List<String> parts() {
    return started.entrySet().stream()
        .filter(part ->
            !part.getValue().equals(lab.startedAt(part.getKey()))
                || !lab.container(part.getKey()).isRunning())
        .map(Map.Entry::getKey)
        .toList();
  }
}
