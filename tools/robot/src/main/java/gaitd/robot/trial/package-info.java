/**
 * The trial of a policy before it drives a robot: walks of simulated robots that are drawn by chance, what they show, and a verdict.
 * Remembers what has passed, and keeps other policies from real robots.
 */
package gaitd.robot.trial;
