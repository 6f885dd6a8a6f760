/** The simulated world of a robot: ground, engine, pushes, wear; and the command that serves it over UDP. */
package gaitd.robot.world;
