package nearfar.lab.scenario.judge;

/**
 * The time of a step.
 *
 * @param beganNanos its start, by {@link System#nanoTime}
 * @param doneNanos its end, when it had taken effect
 */
public record StepTiming(long beganNanos, long doneNanos) {
  public StepTiming {
    if (doneNanos < beganNanos) {
      throw new IllegalArgumentException(
          "done %d ns before it began".formatted(beganNanos - doneNanos));
    }
  }
}
