/**
 * Adapting a policy on the robot: versions with their parents and how they were judged, training in a belief about the robot or from its
 * own steps, trials.
 * Nothing here runs in the control thread; a version reaches the tick through the shared policy slot only.
 */
package gaitd.robot.adapt;
