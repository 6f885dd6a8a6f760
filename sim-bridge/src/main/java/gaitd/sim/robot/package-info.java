/**
 * What stands between a physics engine and the wire: motor drives, sensors, temperatures, pushes, and the meter that says
 * how well the robot really walked. All of it runs on simulated time and repeats bit for bit with its seed.
 */
package gaitd.sim.robot;
