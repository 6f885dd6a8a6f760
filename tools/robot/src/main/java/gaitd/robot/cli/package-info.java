/**
 * Common parts of all commands: exit codes, refusals in one line, interrupts, and checks of options. Knows no command.
 */
package gaitd.robot.cli;
