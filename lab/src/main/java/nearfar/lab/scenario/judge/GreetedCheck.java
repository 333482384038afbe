package nearfar.lab.scenario.judge;

import java.util.List;
import nearfar.lab.Exchange;

/** Checks which clients were greeted. */
final class GreetedCheck {
  private GreetedCheck() {}

  static Finding everyone(WindowExchanges view) {
    List<String> missing =
        view.clients().stream()
            .filter(client -> view.of(client).stream().noneMatch(Exchange::greeted))
            .toList();
    if (missing.isEmpty()) {
      return Finding.held(
          "%d of %d were greeted".formatted(view.clients().size(), view.clients().size()));
    }
    long attempts = missing.stream().mapToLong(client -> view.of(client).size()).sum();
    return Finding.failed(
        "not %s, in %s"
            .formatted(FindingText.and(missing), FindingText.count(attempts, "exchange")));
  }

  /** A client that waits through the whole window has tried; without a try there is no evidence. */
  static Finding nobody(WindowExchanges view) {
    if (!view.idle().isEmpty()) {
      return Finding.nothingOf(view.idle());
    }
    List<Exchange> greeted = view.exchanges().stream().filter(Exchange::greeted).toList();
    if (greeted.isEmpty()) {
      return Finding.held(
          "nobody, in %s".formatted(FindingText.count(view.attempts().size(), "exchange")));
    }
    List<String> who = greeted.stream().map(Exchange::client).distinct().sorted().toList();
    return Finding.failed(
        "%s, to %s".formatted(FindingText.count(greeted.size(), "greeting"), FindingText.and(who)));
  }
}
