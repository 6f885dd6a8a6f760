/** Commands on logs: what is in one, whether it is whole, a part of it, what can be saved of a broken one; see docs/logs.md. */
package gaitd.robot.log;
