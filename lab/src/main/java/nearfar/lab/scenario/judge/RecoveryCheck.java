package nearfar.lab.scenario.judge;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.TreeMap;
import nearfar.lab.Exchange;
import nearfar.lab.scenario.Claim;

/** Checks the time until each client's first greeting. */
final class RecoveryCheck {
  private RecoveryCheck() {}

  static Finding within(WindowExchanges view, Claim.GreetedWithin claim) {
    Map<Duration, String> arrivals = new TreeMap<>();
    List<String> missing = new ArrayList<>();
    for (String client : view.clients()) {
      OptionalLong first =
          view.of(client).stream()
              .filter(Exchange::greeted)
              .mapToLong(RecoveryCheck::arrival)
              .min();
      if (first.isPresent()) {
        arrivals.put(Duration.ofNanos(first.getAsLong() - view.span().fromNanos()), client);
      } else {
        missing.add(client);
      }
    }
    if (!missing.isEmpty()) {
      return Finding.failed("never " + FindingText.and(missing));
    }
    var last = Objects.requireNonNull(((TreeMap<Duration, String>) arrivals).lastEntry());
    return new Finding(
        last.getKey().compareTo(claim.atMost()) <= 0,
        "%s, the last was %s".formatted(FindingText.millis(last.getKey()), last.getValue()));
  }

  private static long arrival(Exchange exchange) {
    return exchange.startNanos() + exchange.greetingTime().toNanos();
  }
}
