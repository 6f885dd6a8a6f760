/**
 * How punctual the control thread is, measured against a C program on the same kernel in the same run. Everything measured runs in processes
 * of its own, which never outlive the measurement.
 */
package gaitd.robot.latency;
