package nearfar.networks.fault;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import nearfar.networks.link.Durations;

/**
 * The greeting arrives, and its end is late; a client that reads to the end waits.
 *
 * @param delay how long after the data, more than zero
 */
public record SlowClose(Duration delay, Share share) implements Fault {
  private static final Duration LONGEST = Duration.ofHours(1);

  static final FaultKind KIND =
      new FaultKind(
          "slow-close",
          "slow-close:DURATION[@SHARE]",
          new SlowClose(Duration.ofSeconds(2), Share.ALL),
          SlowClose::read);

  private static Fault read(FaultWord word) {
    Duration delay = word.duration(word.required("a duration", "slow-close:2s"));
    if (delay.isZero() || delay.compareTo(LONGEST) > 0) {
      throw word.wrong(
          "an end that is %s late cannot be had; give 1ms to 3600s"
              .formatted(Durations.format(delay)));
    }
    return new SlowClose(delay, word.readShare());
  }

  @Override
  public String word() {
    return "%s:%s%s".formatted(KIND.name(), Durations.format(delay), share.suffix());
  }

  @Override
  public String clientSees() {
    return "%s brings its data at once and its end %s later"
        .formatted(share.of("connection"), Durations.format(delay));
  }

  @Override
  public Set<Aspect> decides() {
    return EnumSet.of(Aspect.ENDING);
  }

  @Override
  public boolean letsGreet() {
    return true;
  }
}
