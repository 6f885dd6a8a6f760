/**
 * What a person sees and presses while the robot runs: one live line and keys in a terminal, plain lines elsewhere.
 */
package gaitd.robot.terminal;
