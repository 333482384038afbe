package nearfar.checker;

import java.time.Duration;

/**
 * One run of the attendee's program.
 *
 * @param kind what it is run as
 * @param network the lab's network on which it runs
 * @param link the words for {@code make wan} that come before it; empty leaves the link as it is
 * @param within how long it may take, in whole seconds
 */
record Step(Kind kind, String network, String link, Duration within) {

  enum Kind {
    /** A client of the lab's server. */
    CLIENT,
    /** A client of a server that the judge has. */
    SERVED,
    /** A server, called by the judge from near and far. */
    SERVER,
    /** No program at all: a scenario, which is read, played, and played without its cause. */
    SCENARIO
  }

  Step {
    if (within.toSeconds() < 1 || within.toSeconds() > 60) {
      throw new IllegalArgumentException("a step takes 1 to 60 s, not " + within);
    }
  }

  static Step near(int seconds) {
    return new Step(Kind.CLIENT, "lan", "", Duration.ofSeconds(seconds));
  }

  static Step far(String link, int seconds) {
    return new Step(Kind.CLIENT, "wan", link, Duration.ofSeconds(seconds));
  }

  static Step served(int seconds) {
    return new Step(Kind.SERVED, "lan", "", Duration.ofSeconds(seconds));
  }
}
