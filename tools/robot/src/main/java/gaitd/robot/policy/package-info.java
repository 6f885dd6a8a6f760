/**
 * Policy bundles as the robot takes them: found by name or path, checked, shown. Commands that make and draw them are
 * in the lab.
 */
package gaitd.robot.policy;
