/**
 * The simulated world that commands put a robot into: ground, engine, pushes, wear; and the command that serves it over UDP.
 */
package gaitd.robot.world;
