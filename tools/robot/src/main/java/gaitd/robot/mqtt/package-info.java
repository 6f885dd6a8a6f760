/**
 * A robot seen and commanded from afar, by MQTT 5: a broker that hangs, lies or is gone costs messages, never the robot. Lives in the
 * companion; no part of it is in the control process.
 */
package gaitd.robot.mqtt;
