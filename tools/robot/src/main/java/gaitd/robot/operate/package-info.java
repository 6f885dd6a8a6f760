/**
 * Commanding the robot of a control process by keys: a person at a terminal, in a process of its own. Ends with its person or its terminal.
 */
package gaitd.robot.operate;
