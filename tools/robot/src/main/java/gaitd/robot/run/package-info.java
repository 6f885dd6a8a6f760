/**
 * Runs of the controller: a scenario that requests modes and reads frames, driven by the clock or in lock-step.
 * Independent of command line and display.
 */
package gaitd.robot.run;
