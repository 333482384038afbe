package nearfar.lab.scenario.judge;

import java.util.Map;
import java.util.Objects;
import nearfar.lab.scenario.Window;
import nearfar.lab.scenario.Window.Moment;

/**
 * The times of a run and of its steps, by {@link System#nanoTime}.
 *
 * @param steps by their names
 */
public record RunTiming(long zeroNanos, long endNanos, Map<String, StepTiming> steps) {
  public RunTiming {
    steps = Map.copyOf(steps);
  }

  /** A window's place in time. */
  Span span(Window window) {
    long from = nanos(window.from(), StepTiming::doneNanos);
    Moment to = window.to();
    return new Span(from, to == null ? endNanos : Math.min(endNanos, end(to)));
  }

  /**
   * A window from a step to the same step plus a second is a second long, however slow the step.
   */
  private long end(Moment to) {
    return nanos(to, to.offset().isZero() ? StepTiming::beganNanos : StepTiming::doneNanos);
  }

  private long nanos(Moment moment, java.util.function.ToLongFunction<StepTiming> side) {
    String step = moment.step();
    long reference =
        step == null
            ? zeroNanos
            : side.applyAsLong(
                Objects.requireNonNull(steps.get(step), () -> "no step '" + step + "' took place"));
    return reference + moment.offset().toNanos();
  }
}
