package nearfar.networks.fault;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import nearfar.networks.link.Durations;
import org.jspecify.annotations.Nullable;

/**
 * The link comes and goes: it is up for half a period, then refuses for the other half.
 *
 * @param period 200 ms to an hour
 * @param jitter each half is drawn uniformly from {@code period / 2 ± jitter}, and is 50 ms at
 *     least
 * @param seed the seed of the draws; null if not chosen yet
 */
public record Flapping(Duration period, Duration jitter, @Nullable Long seed) implements Fault {
  private static final Duration SHORTEST = Duration.ofMillis(200);
  private static final Duration SHORTEST_HALF = Duration.ofMillis(50);
  private static final Duration LONGEST = Duration.ofHours(1);

  static final FaultKind KIND =
      new FaultKind(
          "flapping",
          "flapping:PERIOD[~JITTER]",
          new Flapping(Duration.ofSeconds(2), Duration.ofMillis(200), null),
          Flapping::read);

  public Flapping {
    if (period.compareTo(SHORTEST) < 0 || period.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "a period of %s cannot be had; give 200ms to 3600s".formatted(Durations.format(period)));
    }
    if (period.dividedBy(2).minus(jitter).compareTo(SHORTEST_HALF) < 0) {
      throw new IllegalArgumentException(
          "a jitter of %s is too much for a period of %s: of each half 50ms have to be left"
              .formatted(Durations.format(jitter), Durations.format(period)));
    }
  }

  private static Fault read(FaultWord word) {
    word.refuseShare("the link is up or refuses for everybody");
    String[] parts = word.required("a period", "flapping:2s~200ms").split("~", 2);
    Duration jitter = parts.length == 2 ? word.duration(parts[1]) : Duration.ZERO;
    Duration period = word.duration(parts[0]);
    try {
      return new Flapping(period, jitter, null);
    } catch (IllegalArgumentException wrong) {
      throw word.wrong(String.valueOf(wrong.getMessage()));
    }
  }

  /** The same, drawn from a seed. */
  public Flapping withSeed(long chosen) {
    return new Flapping(period, jitter, chosen);
  }

  /** When the link goes and comes. */
  public FlappingSchedule schedule() {
    if (seed == null) {
      throw new IllegalStateException("no seed was chosen for " + word());
    }
    return new FlappingSchedule(seed, period, jitter);
  }

  @Override
  public String word() {
    return "%s:%s%s"
        .formatted(
            KIND.name(),
            Durations.format(period),
            jitter.isZero() ? "" : "~" + Durations.format(jitter));
  }

  @Override
  public String clientSees() {
    return "connections are made for half of each %s%s, then cut off and refused for the other half%s"
        .formatted(
            Durations.format(period),
            jitter.isZero() ? "" : " (a half ±" + Durations.format(jitter) + ")",
            seed == null ? "" : ", seed " + seed);
  }

  @Override
  public Set<Aspect> decides() {
    return EnumSet.of(Aspect.CONNECTING);
  }

  @Override
  public boolean letsGreet() {
    return true;
  }
}
