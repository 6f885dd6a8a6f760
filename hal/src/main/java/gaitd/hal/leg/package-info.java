/**
 * Closed-form kinematics of the A1's legs: foot from joints, joints from foot, and the Jacobian between their speeds.
 * Everything is in trunk axes and joint order; joint limits are part of the inverse.
 */
package gaitd.hal.leg;
