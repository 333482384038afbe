package nearfar.lab.scenario.run;

import nearfar.lab.scenario.Action;

/** Performs actions. */
interface ActionExecutor {
  /** Performs an action; returns when it had taken effect, by {@link System#nanoTime}. */
  long perform(Action action);
}
