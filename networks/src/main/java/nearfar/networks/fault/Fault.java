package nearfar.networks.fault;

import java.util.Set;

/** A fault on the path between the far clients and the server. */
public sealed interface Fault
    permits Refused,
        Cut,
        BlackHole,
        Hang,
        Reset,
        ResetAfter,
        Truncated,
        Sliced,
        SlowClose,
        Flapping,
        Partition {

  /** The word that {@link Faults#parse} reads the same fault from, such as {@code reset:10}. */
  String word();

  /** The effect on a client: one sentence without a full stop. */
  String clientSees();

  /** The aspects of an exchange that it decides; two faults cannot decide the same one. */
  Set<Aspect> decides();

  /** Whether a client can be greeted in spite of it, so that a lab may start with it. */
  boolean letsGreet();

  /** An aspect of an exchange that a fault decides. */
  enum Aspect {
    CONNECTING("whether a client gets a connection"),
    WAITING("how long data waits"),
    PIECES("in what pieces data comes"),
    AMOUNT("how much data comes"),
    ENDING("how a connection ends"),
    REACH("which clients reach the gateway");

    private final String words;

    Aspect(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }
}
