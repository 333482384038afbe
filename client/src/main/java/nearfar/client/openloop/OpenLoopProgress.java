package nearfar.client.openloop;

/**
 * How a load stands.
 *
 * @param nanos since it began
 * @param due appointments that have come due
 * @param notGreeted failed, or greeted with wrong bytes
 * @param atOnce connections now
 */
public record OpenLoopProgress(long nanos, long due, long greetings, long notGreeted, int atOnce) {

  /** A line for people. */
  public String text() {
    return "%d s: %d of %d greeted, %d not, %d connections now"
        .formatted(Math.round(nanos / 1e9), greetings, due, notGreeted, atOnce);
  }
}
