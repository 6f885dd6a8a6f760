/**
 * The program on a robot's computer: its main class and the root of its commands. Commands of other packages, when installed, are
 * found by {@link gaitd.robot.cli.CommandProvider}.
 */
package gaitd.robot;
