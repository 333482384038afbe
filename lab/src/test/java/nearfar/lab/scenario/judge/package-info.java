/** Verdicts on evidence that is made by hand. */
package nearfar.lab.scenario.judge;
