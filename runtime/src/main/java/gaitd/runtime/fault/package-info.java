/**
 * Faults of the robot and the latch that keeps them until an operator clears them. Guards trip it and the mode machine reads
 * it, so it knows neither.
 */
package gaitd.runtime.fault;
