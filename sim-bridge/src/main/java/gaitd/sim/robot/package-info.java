/**
 * The simulated robot between physics engine and wire: motor drives, sensors, temperatures and pushes. All of it runs on
 * simulated time and repeats bit for bit with its seed.
 */
package gaitd.sim.robot;
