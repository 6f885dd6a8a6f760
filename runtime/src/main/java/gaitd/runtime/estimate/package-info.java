/**
 * What the robot's body does, estimated from one reading a tick: orientation, velocity, height and contacts.
 */
package gaitd.runtime.estimate;
