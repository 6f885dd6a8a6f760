/**
 * IMUs on serial ports of their own, for robots whose motors are on buses that carry none. Bytes of a line become orientation, angular
 * velocity and specific force in the trunk's axes.
 */
package gaitd.hal.imu;
