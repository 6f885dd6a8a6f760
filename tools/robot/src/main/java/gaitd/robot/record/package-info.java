/** Records what a control loop publishes into MCAP files, beside it and without any effect on it; see docs/logs.md. */
package gaitd.robot.record;
