/**
 * The robot's side of the UDP wire: a simulated A1 in real time that answers joint-level commands as the robot's board
 * does. Datagrams that are not valid commands are dropped and counted by reason.
 */
package gaitd.sim.wire;
