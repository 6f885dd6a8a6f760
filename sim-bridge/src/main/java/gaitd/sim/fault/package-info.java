/**
 * Faults on request between the simulated robot and its controller: what can break, in which way, from when to when. One table
 * declares them, and the same code injects them in lock-step, over UDP and in training.
 */
package gaitd.sim.fault;
