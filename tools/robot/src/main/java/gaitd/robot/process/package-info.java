/**
 * The processes beside control: companion and learner, which read its shared folder, and operators in other processes.
 * The companion and the learner are agents, which one JVM can run beside a control thread just as well.
 */
package gaitd.robot.process;
