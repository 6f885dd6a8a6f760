/**
 * Hosts a control loop in a thread of its own: real-time setup, link to the robot, age of the process, and costs of the
 * ticks. The control process and a run in real time share it.
 */
package gaitd.robot.host;
