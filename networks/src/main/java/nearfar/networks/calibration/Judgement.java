package nearfar.networks.calibration;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import nearfar.networks.link.Impairment;
import nearfar.networks.link.Rate;
import org.jspecify.annotations.Nullable;

/**
 * Whether a direction does what was asked of it. docs/calibration.md tells where the tolerances
 * come from.
 */
final class Judgement {
  /** What a median may be over what was asked: this, or 5 % of the delay if that is more. */
  static final Duration SLACK = Duration.ofMillis(10);

  private static final int SLACK_OF_DELAY = 20;
  private static final double SLACK_OF_RATE = 0.1;

  /** A median of n draws from a range of ±j is within 4 j / √n, but for one time in 15,000. */
  private static final int DEVIATIONS = 4;

  private Judgement() {}

  /** What is wrong with it, in figures; nothing if it is as asked. */
  static Optional<String> of(Way way) {
    Measured measured = way.measured();
    if (measured.samples() < Math.max(1, measured.sent() / 2)) {
      return Optional.of(
          "%s: only %d of %d bytes arrived in time"
              .formatted(way.direction(), measured.samples(), measured.sent()));
    }
    Impairment asked = way.asked();
    Duration least = asked.delay().minus(asked.jitter());
    if (measured.floor().compareTo(least) < 0) {
      return Optional.of(
          "%s: %s were asked, and a byte took %s, which is less than the least"
              .formatted(way.direction(), asked, ms(measured.floor())));
    }
    Duration drawn = spreadOfMedian(asked.jitter(), measured.samples());
    Duration slack = asked.delay().dividedBy(SLACK_OF_DELAY);
    if (slack.compareTo(SLACK) < 0) {
      slack = SLACK;
    }
    Duration over = measured.p50().minus(asked.delay());
    if (over.compareTo(slack.plus(drawn)) > 0) {
      return Optional.of(
          "%s: %s were asked, and half of the bytes took more than %s (with nothing added %s)"
              .formatted(way.direction(), asked, ms(measured.p50()), ms(way.path().p50())));
    }
    if (over.plus(drawn).isNegative()) {
      return Optional.of(
          "%s: %s were asked, and half of the bytes took less than %s"
              .formatted(way.direction(), asked, ms(measured.p50())));
    }
    return ofRate(way.direction(), asked.rate(), measured.rate());
  }

  private static Optional<String> ofRate(
      String direction, @Nullable Rate asked, @Nullable Rate measured) {
    if (asked == null || measured == null) {
      return Optional.empty();
    }
    double share = (double) measured.bitsPerSecond() / asked.bitsPerSecond();
    return Math.abs(share - 1) <= SLACK_OF_RATE
        ? Optional.empty()
        : Optional.of("%s: %s were asked, and it carried %s".formatted(direction, asked, measured));
  }

  private static Duration spreadOfMedian(Duration jitter, int samples) {
    return Duration.ofNanos((long) (DEVIATIONS * jitter.toNanos() / Math.sqrt(samples)));
  }

  private static String ms(Duration duration) {
    return String.format(Locale.ROOT, "%.1f ms", duration.toNanos() / 1e6);
  }
}
