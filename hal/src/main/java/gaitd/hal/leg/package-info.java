/**
 * Closed-form kinematics of the A1's legs.
 */
package gaitd.hal.leg;
