/**
 * The simulated robot's choice of a physics engine. Engines, terrains, the robot and its wire each have a package below.
 */
package gaitd.sim;
