package nearfar.networks.fault;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import nearfar.networks.link.Durations;

/**
 * The greeting arrives in small pieces, so that a client that receives once misses most of it.
 *
 * @param bytes the size of a piece, one or more
 * @param delay between two of them, more than zero: the kernel would join them again
 */
public record Sliced(int bytes, Duration delay, Share share) implements Fault {
  private static final Duration USUAL_DELAY = Duration.ofMillis(5);
  private static final Duration LONGEST = Duration.ofHours(1);

  static final FaultKind KIND =
      new FaultKind(
          "sliced",
          "sliced[:BYTES[/DELAY]][@SHARE]",
          new Sliced(1, USUAL_DELAY, Share.ALL),
          Sliced::read);

  private static Fault read(FaultWord word) {
    String[] parts = (word.value() == null ? "1" : word.value()).split("/", 2);
    Duration delay = parts.length == 2 ? word.duration(parts[1]) : USUAL_DELAY;
    if (delay.isZero() || delay.compareTo(LONGEST) > 0) {
      throw word.wrong(
          "pieces %s apart cannot be had: without a delay the kernel joins them again; give 1us to 3600s"
              .formatted(Durations.format(delay)));
    }
    return new Sliced(word.bytes(parts[0], 1), delay, word.readShare());
  }

  @Override
  public String word() {
    return "%s:%s/%s%s".formatted(KIND.name(), bytes, Durations.format(delay), share.suffix());
  }

  @Override
  public String clientSees() {
    return "%s brings its data in pieces of %s, %s apart"
        .formatted(
            share.of("connection"),
            bytes == 1 ? "1 byte" : "up to " + Bytes.count(bytes),
            Durations.format(delay));
  }

  @Override
  public Set<Aspect> decides() {
    return EnumSet.of(Aspect.PIECES);
  }

  @Override
  public boolean letsGreet() {
    return true;
  }
}
