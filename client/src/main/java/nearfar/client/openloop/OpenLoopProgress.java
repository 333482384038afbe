package nearfar.client.openloop;

/**
 * The progress of a load.
 *
 * @param nanos time since the start
 * @param due arrivals that were due so far
 * @param notGreeted failures and wrong greetings
 * @param atOnce currently open connections
 */
public record OpenLoopProgress(long nanos, long due, long greetings, long notGreeted, int atOnce) {

  /** The progress as a line for people. */
  public String text() {
    return "%d s: %d of %d greeted, %d not, %d connections now"
        .formatted(Math.round(nanos / 1e9), greetings, due, notGreeted, atOnce);
  }
}
