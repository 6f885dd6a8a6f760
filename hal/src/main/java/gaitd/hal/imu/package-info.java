/**
 * Orientation for a robot whose inertial unit measures rates and accelerations only. A port of such a robot fills the quaternion of
 * its reading here, so that everything above has one.
 */
package gaitd.hal.imu;
