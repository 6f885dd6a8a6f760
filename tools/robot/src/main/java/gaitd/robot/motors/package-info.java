/**
 * Commands for the motors on their own buses: which answer, what they feel, whether one moves as it should, and their zeros. Each opens
 * its ports for itself alone, so that nothing moves a robot that another program drives.
 */
package gaitd.robot.motors;
