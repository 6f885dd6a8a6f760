/**
 * What all commands share: exit codes, refusals in one line, interrupts, and checks of what a person typed. Knows no command.
 */
package gaitd.robot.cli;
