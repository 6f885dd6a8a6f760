/** What a control process and its companion are at, for Prometheus to fetch; see docs/live.md. */
package gaitd.robot.metrics;
