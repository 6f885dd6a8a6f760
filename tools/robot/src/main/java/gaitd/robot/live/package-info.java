/** The options that show a loop live to other programs; see docs/live.md. */
package gaitd.robot.live;
