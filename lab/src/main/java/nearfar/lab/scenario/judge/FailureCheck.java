package nearfar.lab.scenario.judge;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import nearfar.lab.Exchange;
import nearfar.lab.scenario.Claim;

/** Checks the share of failed exchanges, and their reasons. */
final class FailureCheck {
  private FailureCheck() {}

  static Finding of(WindowExchanges view, Claim.Failures claim) {
    if (!view.unheard().isEmpty()) {
      return Finding.nothingOf(view.unheard());
    }
    List<Exchange> all = view.exchanges();
    Map<String, Long> reasons =
        all.stream()
            .filter(exchange -> !exchange.greeted())
            .map(exchange -> Objects.requireNonNull(exchange.reason()))
            .collect(
                Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
    long failed = reasons.values().stream().mapToLong(Long::longValue).sum();
    double percent = 100.0 * failed / all.size();
    boolean known = claim.reasons().isEmpty() || claim.reasons().containsAll(reasons.keySet());
    return new Finding(
        claim.percent().contains(percent) && known,
        "%s %% of %s%s"
            .formatted(
                FindingText.number(percent),
                FindingText.count(all.size(), "exchange"),
                told(reasons)));
  }

  private static String told(Map<String, Long> reasons) {
    return reasons.isEmpty()
        ? ""
        : reasons.entrySet().stream()
            .map(reason -> reason.getValue() + " " + reason.getKey())
            .collect(Collectors.joining(", ", ": ", ""));
  }
}
