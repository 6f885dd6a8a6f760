package gaitd.sim.task;

import gaitd.sim.env.EnvBuffers;

/**
 * A task's reward of robots that anything drives: every term but those of the learner's actions, which only the learner knows.
 * Immutable.
 */
public final class WalkReward {
    private final Reward reward;

    /**
     * The reward of a task.
     *
     * @param task the task
     */
    public WalkReward(final A1Task task) {
        reward = task.reward;
    }

    /**
     * Reward of a robot's last step.
     *
     * @param buffers quantities, velocity in force and end of the step
     * @param robot its index
     * @param stepS length of the step, s
     * @return the sum of what the terms give
     */
    public double of(final EnvBuffers buffers, final int robot, final double stepS) {
        return reward.ofWalk(buffers, robot, stepS);
    }
}
