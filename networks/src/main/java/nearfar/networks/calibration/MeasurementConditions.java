package nearfar.networks.calibration;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The state of the machine during a calibration, to explain deviations.
 *
 * @param load the load average of the last minute; negative if not known
 * @param cores the number of cores
 * @param busy the share of the cores' time that was not idle during the measurement, 0 to 1;
 *     negative if not known
 * @param gateway the gateway's CPU quota, or null if it has none
 * @param throttled how often a quota throttled the prober
 */
public record MeasurementConditions(
    double load, int cores, double busy, @Nullable Quota gateway, long throttled) {

  /** Above this, processes often wait for a core. */
  private static final double BUSY = 0.8;

  MeasurementConditions withGateway(Quota quota) {
    return new MeasurementConditions(load, cores, busy, quota, throttled);
  }

  /**
   * A message if the gateway's quota throttled it. Data was then late by up to a period of 100 ms,
   * which the median does not show.
   */
  Optional<String> throttling() {
    return gateway == null || gateway.throttled() == 0
        ? Optional.empty()
        : Optional.of("the gateway was held back %d times".formatted(gateway.throttled()));
  }

  /** The likely causes of a slow path, the likeliest first. */
  String likelyCause() {
    List<String> causes = new ArrayList<>();
    if (gateway != null) {
      causes.add("the gateway has a CPU quota, of %s cores".formatted(number(gateway.cpus())));
    }
    if (throttled > 0) {
      causes.add("the prober was held back by a CPU quota, %d times".formatted(throttled));
    }
    if (busy > BUSY || load / cores > 1) {
      causes.add("the machine is busy: %s".formatted(loadOnCores()));
    }
    return causes.isEmpty()
        ? "no CPU quota is seen, and the machine is not busy (%s)".formatted(loadOnCores())
        : "likely because " + String.join(", and ", causes);
  }

  /** Such as {@code a load of 0.5 on 2 cores, 12 % busy}. */
  public String loadOnCores() {
    return "a load of %s on %d cores, %s %% busy"
        .formatted(load < 0 ? "?" : number(load), cores, busy < 0 ? "?" : Math.round(busy * 100));
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, value < 0.1 ? "%.2f" : "%.1f", value);
  }
}
