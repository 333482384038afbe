package nearfar.lab.report;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import nearfar.common.units.NearestRank;
import nearfar.lab.Exchange;
import org.jspecify.annotations.Nullable;

/** Statistics of some exchanges. */
final class Statistics {
  private final double[] greetings;
  private final double[] connects;
  private final Map<String, Integer> reasons = new TreeMap<>();

  Statistics(Collection<Exchange> exchanges) {
    greetings =
        exchanges.stream()
            .filter(Exchange::greeted)
            .mapToDouble(each -> Millis.of(each.greetingTime()))
            .sorted()
            .toArray();
    connects =
        exchanges.stream()
            .map(Exchange::connect)
            .filter(Objects::nonNull)
            .mapToDouble(Millis::of)
            .sorted()
            .toArray();
    for (Exchange exchange : exchanges) {
      String reason = exchange.reason();
      if (reason != null) {
        reasons.merge(reason, 1, Integer::sum);
      }
    }
  }

  int exchanges() {
    return greeted() + failed();
  }

  int greeted() {
    return greetings.length;
  }

  int failed() {
    return reasons.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** The number of failures for each reason. */
  Map<String, Integer> reasons() {
    return Collections.unmodifiableMap(reasons);
  }

  /** Greeting times in milliseconds, ascending. */
  double[] greetings() {
    return greetings.clone();
  }

  /** By nearest rank, in milliseconds; null without a greeting. */
  @Nullable Double greeting(double percentile) {
    return nearestRank(greetings, percentile);
  }

  /** By nearest rank, in milliseconds; null without a connection. */
  @Nullable Double connect(double percentile) {
    return nearestRank(connects, percentile);
  }

  private static @Nullable Double nearestRank(double[] ascending, double percentile) {
    if (ascending.length == 0) {
      return null;
    }
    return ascending[NearestRank.index(ascending.length, percentile)];
  }
}
