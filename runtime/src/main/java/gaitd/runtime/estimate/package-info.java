/** Estimation of the robot's motion from one reading a tick: orientation, velocity, height and contacts. */
package gaitd.runtime.estimate;
