/**
 * The robot's side of the UDP wire: a simulated A1 in real time that answers joint-level commands as the robot's board does.
 * What is not a valid command is dropped and counted by reason.
 */
package gaitd.sim.wire;
