/**
 * Policy bundles as the robot takes them: found by name or path, checked, shown. What makes and draws them is in the lab.
 */
package gaitd.robot.policy;
