package nearfar.networks.calibration;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Under what a calibration was made, to find out why it went wrong.
 *
 * @param load how many of the machine's processes wanted a core, on average over the last minute;
 *     negative if that is not known
 * @param cores how many cores there are
 * @param busy the share of all cores' time in which they were not idle during the measurement, 0 to
 *     1; negative if that is not known
 * @param gateway the gateway's CPU quota, or null if it may use as much as it likes
 * @param throttled how often the prober was itself held back by a quota
 */
public record Circumstances(
    double load, int cores, double busy, @Nullable Quota gateway, long throttled) {

  /** With less idle time than this leaves, what is to run at once often has to wait. */
  private static final double BUSY = 0.8;

  Circumstances withGateway(Quota quota) {
    return new Circumstances(load, cores, busy, quota, throttled);
  }

  /**
   * That the gateway had to wait for its quota, if it had. Whatever came then was late by up to the
   * rest of a period of 100 ms, which a median does not tell.
   */
  Optional<String> heldBack() {
    return gateway == null || gateway.throttled() == 0
        ? Optional.empty()
        : Optional.of("the gateway was held back %d times".formatted(gateway.throttled()));
  }

  /** What is likely to have made the path slow, the likeliest first. */
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
