/**
 * Environments for learning: many simulated robots in lock-step, each under the controller that runs on the real one. They give
 * raw quantities; observations and rewards are computed by the task.
 */
package gaitd.sim.env;
