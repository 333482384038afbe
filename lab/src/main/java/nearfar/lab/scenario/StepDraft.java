package nearfar.lab.scenario;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A step as far as it could be read.
 *
 * @param name null if it has none, or a wrong one
 * @param at the same
 * @param action the same
 */
record StepDraft(
    YamlValue part, @Nullable String name, @Nullable Duration at, @Nullable Action action) {

  /** The step, of a file in which nothing is wrong. */
  Step step() {
    return new Step(
        Objects.requireNonNull(name), Objects.requireNonNull(at), Objects.requireNonNull(action));
  }

  boolean isBy(Duration moment) {
    return at != null && at.compareTo(moment) <= 0;
  }
}
