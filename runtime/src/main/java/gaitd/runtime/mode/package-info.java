/**
 * Modes of the robot and the machine that moves between them: requests and guards in, one mode out.
 */
package gaitd.runtime.mode;
