/** The command that tells which guards watch the robot. It prints what {@link gaitd.runtime.fault.Fault} declares, for people and for docs/guards.md. */
package gaitd.robot.guards;
