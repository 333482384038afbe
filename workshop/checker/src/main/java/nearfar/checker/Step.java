package nearfar.checker;

import java.time.Duration;

/**
 * One run of the attendee's program.
 *
 * @param kind how the program is run
 * @param network the lab's network on which it runs
 * @param link the parameters of {@code make wan} before the run; empty leaves the link as it is
 * @param within how long it may take, in whole seconds
 */
record Step(Kind kind, String network, String link, Duration within) {

  enum Kind {
    /** A client of the lab's server. */
    CLIENT,
    /** A client of the checker's server. */
    SERVED,
    /** A server; the checker connects to it from near and far. */
    SERVER,
    /** A scenario in place of a program: it is read, run, and run without its cause. */
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
