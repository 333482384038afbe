/** Scenarios are run, with hand-made clocks and stages, and in real labs. */
package nearfar.lab.scenario.run;
