/**
 * The processes beside control, companion and learner, which meet it in a shared folder, and the operators that command from another
 * process. The companion and the learner are agents, which one JVM can run beside a control thread just as well.
 */
package gaitd.robot.process;
