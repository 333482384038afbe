package nearfar.lab.scenario;

import java.time.Duration;

/**
 * Something that is done to the lab at its moment.
 *
 * @param name unique in its scenario; windows and negative controls refer to it
 * @param at from the scenario's zero
 */
public record Step(String name, Duration at, Action action) {}
