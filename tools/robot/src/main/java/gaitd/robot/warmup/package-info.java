/**
 * Practice before the robot depends on the controller: ticks against a stand-in robot until the JVM has compiled what a tick needs.
 */
package gaitd.robot.warmup;
