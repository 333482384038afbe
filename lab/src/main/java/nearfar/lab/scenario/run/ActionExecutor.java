package nearfar.lab.scenario.run;

import nearfar.lab.scenario.Action;

/** Where actions take effect. */
interface ActionExecutor {
  /** Does it; returns when it was in force, by {@link System#nanoTime}. */
  long perform(Action action);
}
