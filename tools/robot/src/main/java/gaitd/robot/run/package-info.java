/**
 * Runs of the controller: a scenario that asks for modes and watches frames, driven by the clock or in lock-step. Neither
 * knows how the run was asked for or how it is shown.
 */
package gaitd.robot.run;
