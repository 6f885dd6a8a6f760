/**
 * What a Unitree A1 is to a joint-level controller: its joints, limits and legs, one reading of its sensors, one set of
 * joint commands, and the port that exchanges them. Nothing here knows a gait, a policy or a simulator.
 */
package gaitd.hal;
