/** Many robots: policies that are published to a group in stages, what each robot makes of them, and who sees to it. */
package gaitd.robot.fleet;
