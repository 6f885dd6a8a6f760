/**
 * Finds out from recorded control frames what changed about a robot: load and its place, strength of motors, friction, zeros of joints,
 * delay. Everything comes with its uncertainty, needs a fixed amount of memory and no ground truth.
 */
package gaitd.sim.identify;
