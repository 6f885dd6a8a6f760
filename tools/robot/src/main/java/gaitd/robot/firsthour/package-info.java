/**
 * The first hour with a robot that hangs: a guided command that asks a person to move one thing at a time and compares what the robot reports.
 * Sends damping, and to one joint at a time a small movement of its own.
 */
package gaitd.robot.firsthour;
