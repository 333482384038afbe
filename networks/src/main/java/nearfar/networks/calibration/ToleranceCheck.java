package nearfar.networks.calibration;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import nearfar.networks.link.Impairment;
import nearfar.networks.link.Rate;
import org.jspecify.annotations.Nullable;

/** Compares a direction with its requested values. docs/calibration.md explains the tolerances. */
final class ToleranceCheck {
  /**
   * The tolerance of a median above the requested delay: this, or 5 % of the delay if that is more.
   */
  static final Duration SLACK = Duration.ofMillis(10);

  private static final int SLACK_OF_DELAY = 20;
  private static final double SLACK_OF_RATE = 0.1;

  /** A median of n draws from a range of ±j is within 4 j / √n, except once in 15,000 times. */
  private static final int DEVIATIONS = 4;

  private ToleranceCheck() {}

  /** The deviation in numbers; empty if it is within the tolerance. */
  static Optional<String> of(DirectionCalibration direction) {
    Measurement measured = direction.measured();
    if (measured.samples() < Math.max(1, measured.sent() / 2)) {
      return Optional.of(
          "%s: only %d of %d bytes arrived in time"
              .formatted(direction.direction(), measured.samples(), measured.sent()));
    }
    Impairment asked = direction.asked();
    Duration least = asked.delay().minus(asked.jitter());
    if (measured.floor().compareTo(least) < 0) {
      return Optional.of(
          "%s: %s were asked, and a byte took %s, which is less than the least"
              .formatted(direction.direction(), asked, ms(measured.floor())));
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
              .formatted(
                  direction.direction(), asked, ms(measured.p50()), ms(direction.path().p50())));
    }
    if (over.plus(drawn).isNegative()) {
      return Optional.of(
          "%s: %s were asked, and half of the bytes took less than %s"
              .formatted(direction.direction(), asked, ms(measured.p50())));
    }
    return ofRate(direction.direction(), asked.rate(), measured.rate());
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
