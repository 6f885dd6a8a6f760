/** The companion's process: what follows a control process and shows, records and publishes it, put together. */
package gaitd.robot.companion;
