/**
 * Tasks for learners, one file each: commands, ground, observations, actions and rewards of an A1. They use the environments of
 * {@link gaitd.sim.env}, where robots run the controller and the policy stage of the real one.
 */
package gaitd.sim.task;
