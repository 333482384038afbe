package nearfar.lab.scenario;

import java.time.Duration;

/**
 * An action in the lab at a moment.
 *
 * @param name unique in its scenario; windows and negative controls refer to it
 * @param at from the scenario's zero
 */
public record Step(String name, Duration at, Action action) {}
