/**
 * The Unitree A1 as a joint-level controller sees it: joints, limits and legs, one reading of the sensors, one set of
 * joint commands, and the port that exchanges them. Nothing here knows a gait, a policy or a simulator.
 */
package gaitd.hal;
