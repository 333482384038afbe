package nearfar.lab.scenario;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The part of the timeline whose exchanges count: they begin in it and end before its end. An
 * exchange that is running at the end belongs to no window on either side.
 *
 * @param to not included; null is the end of the scenario
 */
public record Window(Moment from, @Nullable Moment to) {

  /**
   * A moment of the timeline.
   *
   * @param step null counts from the scenario's zero. As a window's beginning a step is the moment
   *     when it was done; as its end the moment when it began, or, with an offset, when it was done
   * @param offset added to it, zero or more
   */
  public record Moment(@Nullable String step, Duration offset) {}

  /** The whole scenario. */
  public static final Window ALL = new Window(new Moment(null, Duration.ZERO), null);
}
