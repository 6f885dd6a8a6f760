/**
 * Tasks for learners: what an A1 has to do, on what ground, what it sees, what it may move and what it earns, in one file a task.
 * Made of the environments of {@link gaitd.sim.env}, where robots run the controller and the policy stage of the real one.
 */
package gaitd.sim.task;
