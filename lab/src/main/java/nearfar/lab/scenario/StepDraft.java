package nearfar.lab.scenario;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A step of a file that may contain errors.
 *
 * @param name null if it is missing or wrong
 * @param at null if it is missing or wrong
 * @param action null if it is missing or wrong
 */
record StepDraft(
    YamlValue part, @Nullable String name, @Nullable Duration at, @Nullable Action action) {

  /** The step, for a file without errors. */
  Step step() {
    return new Step(
        Objects.requireNonNull(name), Objects.requireNonNull(at), Objects.requireNonNull(action));
  }

  boolean isBy(Duration moment) {
    return at != null && at.compareTo(moment) <= 0;
  }
}
