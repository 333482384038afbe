package nearfar.lab.scenario.judge;

/**
 * When a step was done.
 *
 * @param beganNanos when it was begun, by {@link System#nanoTime}
 * @param doneNanos when it was in force
 */
public record StepTiming(long beganNanos, long doneNanos) {
  public StepTiming {
    if (doneNanos < beganNanos) {
      throw new IllegalArgumentException(
          "in force %d ns before it began".formatted(beganNanos - doneNanos));
    }
  }
}
