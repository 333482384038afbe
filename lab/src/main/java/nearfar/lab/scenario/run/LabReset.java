package nearfar.lab.scenario.run;

import java.time.Duration;
import java.util.stream.Stream;
import nearfar.lab.Lab;
import nearfar.lab.Side;
import nearfar.lab.scenario.Action;
import nearfar.lab.scenario.Scenario;
import nearfar.lab.scenario.Step;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/**
 * Resets a lab after a scenario: starts the stopped parts, and applies the starting link without
 * faults. Then every client can finish and log its last exchange.
 */
record LabReset(Lab lab, Scenario scenario) {
  private static final Duration RECOVERY = Duration.ofSeconds(20);
  private static final Duration LAST_EXCHANGE = Duration.ofSeconds(5);
  private static final Duration GLANCE = Duration.ofMillis(50);

  void settle() {
    for (Step step : scenario.timeline()) {
      if (step.action() instanceof Action.Stop stop) {
        lab.start(stop.part());
      }
    }
    // A gateway that was killed or stopped a moment ago may still be starting.
    Awaitility.await("the starting link is back")
        .atMost(RECOVERY)
        .pollInterval(GLANCE)
        .pollDelay(Duration.ZERO)
        .ignoreExceptions()
        .until(() -> {
          lab.wan().change(ScenarioLinks.withoutFaults(scenario.lab().link()));
          return true;
        });
  }

  /** Waits, but not long, until each client has logged an exchange that ended after that moment. */
  void awaitLastExchanges(long nanos) {
    try {
      Awaitility.await()
          .atMost(LAST_EXCHANGE)
          .pollInterval(GLANCE)
          .until(() ->
              Stream.of(Side.values())
                  .flatMap(side -> lab.clients(side).stream())
                  .allMatch(client -> hasEndedAfter(client, nanos)));
    } catch (ConditionTimeoutException silent) {
      // That client's last exchange is unknown, and no expectation is judged by it.
    }
  }

  private boolean hasEndedAfter(String client, long nanos) {
    return lab.exchanges(client).stream().anyMatch(exchange -> exchange.endNanos() >= nanos);
  }
}
