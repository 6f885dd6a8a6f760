/**
 * Environments for learning: many simulated robots in lock-step, each under the controller that runs on the real one. What a
 * task wants of them is not decided here; raw quantities are handed out.
 */
package gaitd.sim.env;
