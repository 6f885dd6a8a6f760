/** Warming up: ticks against a simple simulated robot until the JVM has compiled the code of a tick. */
package gaitd.robot.warmup;
