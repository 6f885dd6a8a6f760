/**
 * Punctuality of the control thread, measured against a C program on the same kernel in the same run. Stops,
 * soaks and killed recorders are measured here as well. Everything measured runs in processes of its own, which end with the measurement.
 */
package gaitd.robot.latency;
