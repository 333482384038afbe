package nearfar.networks.fault;

import java.time.Duration;
import nearfar.networks.link.Durations;
import org.jspecify.annotations.Nullable;

/**
 * One fault as people write it, {@code NAME[:VALUE][@SHARE]}, split, not yet parsed.
 *
 * @param text all of it
 * @param value the text after the first colon, or null
 * @param share the text after the {@code @}, or null
 */
public record FaultWord(String text, String name, @Nullable String value, @Nullable String share) {
  private static final int MOST_BYTES = 1_000_000_000;

  static FaultWord parse(String text) {
    String[] shared = text.split("@", 2);
    String[] named = shared[0].split(":", 2);
    return new FaultWord(
        text, named[0], named.length == 2 ? named[1] : null, shared.length == 2 ? shared[1] : null);
  }

  IllegalArgumentException wrong(String why) {
    return new IllegalArgumentException("FAULT=%s: %s".formatted(text, why));
  }

  /** Reads a fault that takes neither a value nor a share. */
  Fault alone(Fault fault, String whyNoShare) {
    if (value != null) {
      throw wrong("%s takes no value; write FAULT=%s".formatted(name, name));
    }
    refuseShare(whyNoShare);
    return fault;
  }

  void refuseShare(String why) {
    if (share != null) {
      throw wrong(
          "a share of it cannot be had, %s; leave out @%s, or take a share of hang, truncated, sliced or slow-close"
              .formatted(why, share));
    }
  }

  Share readShare() {
    try {
      return share == null ? Share.ALL : Share.parse(share);
    } catch (IllegalArgumentException wrong) {
      throw wrong(String.valueOf(wrong.getMessage()));
    }
  }

  /** Returns the value, which is required. */
  String required(String what, String example) {
    if (value == null || value.isEmpty()) {
      throw wrong("%s wants %s, such as FAULT=%s".formatted(name, what, example));
    }
    return value;
  }

  /** Reads a number of bytes, {@code least} to a thousand million. */
  int bytes(String number, int least) {
    int bytes =
        number.matches("\\d{1,10}")
            ? (int) Math.min(Long.parseLong(number), Integer.MAX_VALUE)
            : -1;
    if (bytes < least || bytes > MOST_BYTES) {
      throw wrong(
          "'%s' is no number of bytes; give a whole number from %d to %d"
              .formatted(number, least, MOST_BYTES));
    }
    return bytes;
  }

  Duration duration(String number) {
    try {
      return Durations.parse(number);
    } catch (IllegalArgumentException wrong) {
      throw wrong(String.valueOf(wrong.getMessage()));
    }
  }
}
