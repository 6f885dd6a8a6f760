/**
 * A robot whose motors are on RS-485 buses: the file that says where they are, and what is checked before anything moves. The simulator
 * writes the same file for the buses that it plays.
 */
package gaitd.robot.bus;
