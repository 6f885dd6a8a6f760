/**
 * Checks the computer of the control process and names each deficiency with the command that fixes it. Every check
 * reads files under a given root, so that tests use made-up machines.
 */
package gaitd.robot.doctor;
