package nearfar.common.log;

/**
 * A time in which the link was undefined: wan-control had not applied it yet, was changing it, or
 * the gateway had lost it. Exchanges in this time belong neither to the old link nor to the new
 * one.
 *
 * @param beganNanos by {@link System#nanoTime}; {@link Long#MIN_VALUE} for the time before the log
 * @param endedNanos {@link Long#MAX_VALUE} if it has not ended
 * @param asked whether it was a requested change
 */
public record LinkWindow(long beganNanos, long endedNanos, boolean asked) {

  /** Whether any part of this time was in the window. */
  public boolean overlaps(long startNanos, long endNanos) {
    return startNanos <= endedNanos && endNanos >= beganNanos;
  }
}
