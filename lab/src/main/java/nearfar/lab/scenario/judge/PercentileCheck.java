package nearfar.lab.scenario.judge;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import nearfar.common.units.NearestRank;
import nearfar.lab.Exchange;
import nearfar.lab.scenario.Claim;
import nearfar.lab.scenario.Claim.Time.Kind;

/** Checks a percentile of connect or greeting times; fails if there are too few of them. */
final class PercentileCheck {
  private static final int LEAST = 10;

  private PercentileCheck() {}

  static Finding of(WindowExchanges view, Claim.Time claim) {
    List<Duration> times =
        view.undisturbed().stream()
            .filter(exchange -> has(claim.kind(), exchange))
            .map(exchange -> time(claim.kind(), exchange))
            .sorted()
            .toList();
    int wanted = samplesFor(claim.percentile());
    if (times.size() < wanted) {
      return Finding.tooFew(times.size(), wanted);
    }
    Duration value = times.get(NearestRank.index(times.size(), claim.percentile()));
    return new Finding(
        claim.millis().contains(value.toNanos() / 1e6),
        "%s, of %s"
            .formatted(FindingText.millis(value), FindingText.count(times.size(), "exchange")));
  }

  /** Enough for one sample beyond the percentile: 20 for the 95th, 100 for the 99th. */
  static int samplesFor(double percentile) {
    return percentile == 100
        ? LEAST
        : Math.max(LEAST, (int) Math.ceil(Math.round(1e6 / (100 - percentile)) / 1e4));
  }

  private static boolean has(Kind kind, Exchange exchange) {
    return kind == Kind.CONNECT ? exchange.connect() != null : exchange.greeted();
  }

  private static Duration time(Kind kind, Exchange exchange) {
    return kind == Kind.CONNECT
        ? Objects.requireNonNull(exchange.connect())
        : exchange.greetingTime();
  }
}
