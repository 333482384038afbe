package nearfar.checker;

import java.time.Duration;

/**
 * What came of one run of a program.
 *
 * @param program the file that was run
 * @param status how it ended, as a shell has it
 * @param killedForMemory whether the kernel ended it
 * @param took from its container's start to its end
 * @param out what it printed, up to {@link #MOST_BYTES}
 * @param err what it complained of, likewise
 * @param heard what the judge's server or callers saw, if there were any
 */
record Run(
    String program,
    int status,
    boolean killedForMemory,
    Duration took,
    String out,
    String err,
    String heard) {

  /** More than any right program prints; it is ended there. */
  static final int MOST_BYTES = 100_000;

  /** What it printed, without the line ends behind it. */
  String printed() {
    return out.replaceAll("[\\r\\n]+$", "");
  }

  Ending ending() {
    return Ending.of(this);
  }
}
