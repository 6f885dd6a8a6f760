/** Runs a recorded control loop again on its recorded inputs and compares what it does, bit by bit; see docs/logs.md. */
package gaitd.robot.replay;
