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
 * Parts of the lab that end while a scenario runs, by no step of it: what was seen then is nobody's
 * fault but the lab's. A service of somebody's own that ends is another matter: it is what is
 * judged.
 */
final class UnexpectedExits {
  private final Lab lab;
  private final Map<String, Instant> started = new LinkedHashMap<>();

  /** Made before zero: who runs then is to run until the end. */
  UnexpectedExits(Lab lab, Scenario scenario) {
    this.lab = lab;
    Set<String> meant =
        Stream.concat(
                scenario.timeline().stream().map(Step::action).flatMap(UnexpectedExits::ended),
                scenario.lab().service() instanceof Service.Greeter
                    ? Stream.empty()
                    : Stream.of("server"))
            .collect(Collectors.toSet());
    lab.containers().stream()
        .filter(part -> !meant.contains(part))
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

  /** Those whose process is no longer the one that it was at zero, or is gone. */
  List<String> parts() {
    return started.entrySet().stream()
        .filter(part ->
            !part.getValue().equals(lab.startedAt(part.getKey()))
                || !lab.container(part.getKey()).isRunning())
        .map(Map.Entry::getKey)
        .toList();
  }
}
