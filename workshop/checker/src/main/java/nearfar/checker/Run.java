package nearfar.checker;

import java.time.Duration;

/**
 * The result of one run of a program.
 *
 * @param program the file that was run
 * @param status the exit status, as in a shell
 * @param killedForMemory whether the kernel killed it
 * @param took from its container's start to its end
 * @param out its standard output, up to {@link #MOST_BYTES}
 * @param err its standard error, likewise
 * @param received what the checker's server or callers logged; empty without them
 */
record Run(
    String program,
    int status,
    boolean killedForMemory,
    Duration took,
    String out,
    String err,
    String received) {

  /** More than a correct program prints. A program that prints more is stopped. */
  static final int MOST_BYTES = 100_000;

  /** The standard output, without line ends at its end. */
  String printed() {
    return out.replaceAll("[\\r\\n]+$", "");
  }

  RunOutcome outcome() {
    return RunOutcome.of(this);
  }
}
