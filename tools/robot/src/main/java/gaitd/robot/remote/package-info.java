/**
 * The robot's wireless remote as a person sees it: sticks and buttons live, from the control process or from the robot itself. Changes nothing
 * but, where it asks the robot itself, that it is damped.
 */
package gaitd.robot.remote;
