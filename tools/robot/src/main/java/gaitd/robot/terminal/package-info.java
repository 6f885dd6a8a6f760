/** Terminal output and keys while the robot runs: one live line in a terminal, plain lines elsewhere. */
package gaitd.robot.terminal;
