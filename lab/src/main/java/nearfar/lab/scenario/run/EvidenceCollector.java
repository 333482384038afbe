package nearfar.lab.scenario.run;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nearfar.lab.Exchange;
import nearfar.lab.Lab;
import nearfar.lab.Service;
import nearfar.lab.Side;
import nearfar.lab.scenario.Action.MoreClients;
import nearfar.lab.scenario.Scenario;
import nearfar.lab.scenario.Step;
import nearfar.lab.scenario.judge.ClientArrivals;
import nearfar.lab.scenario.judge.Content;
import nearfar.lab.scenario.judge.Evidence;
import nearfar.lab.scenario.judge.RunTiming;
import nearfar.lab.scenario.judge.StepTiming;
import org.jspecify.annotations.Nullable;

/** Collects the evidence of a run, from the start. */
final class EvidenceCollector {
  private final Lab lab;
  private final Scenario scenario;
  private final Map<String, Long> since = new LinkedHashMap<>();

  /** Create it before zero: it takes the clients that run then as there from the start. */
  EvidenceCollector(Lab lab, Scenario scenario) {
    this.lab = lab;
    this.scenario = scenario;
    Stream.of(Side.values()).forEach(side -> arrived(lab.clients(side), Long.MIN_VALUE));
  }

  private void arrived(List<String> clients, long nanos) {
    clients.forEach(client -> since.putIfAbsent(client, nanos));
  }

  Evidence collect(RunTiming timing) {
    for (Step step : scenario.timeline()) {
      StepTiming when = timing.steps().get(step.name());
      if (step.action() instanceof MoreClients(Side side, int count) && when != null) {
        arrived(lab.clients(side).stream().limit(count).toList(), when.beganNanos());
      }
    }
    return new Evidence(
        timing, new ClientArrivals(since), exchanges(timing), lab.linkWindows(), sent());
  }

  private List<Exchange> exchanges(RunTiming timing) {
    return Stream.of(Side.values())
        .flatMap(side -> lab.exchanges(side).stream())
        .filter(exchange ->
            exchange.endNanos() >= timing.zeroNanos() && exchange.startNanos() < timing.endNanos())
        .sorted(Comparator.comparingLong(Exchange::startNanos))
        .toList();
  }

  /** The content that the greeter sends; null for another service. */
  private @Nullable Content sent() {
    if (scenario.lab().service() instanceof Service.Greeter(String greeting)) {
      String line = greeting.endsWith("\n") ? greeting : greeting + "\n";
      return Content.of(line.getBytes(StandardCharsets.UTF_8));
    }
    return null;
  }
}
