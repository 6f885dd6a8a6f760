package gaitd.robot.adapt;

import gaitd.runtime.config.ConfigException;

/**
 * How a policy is adapted.
 *
 * @param watchS walking time from which the robot is judged before anything is trained, s
 * @param trainSteps policy steps of simulated robots between two candidates
 * @param stepsPerS of them in a second of the robot
 * @param robots simulated at once
 * @param threads of the training
 * @param windowS length of the trials' windows, as control has it, s
 * @param seed decides what is drawn
 */
public record AdaptPlan(
        double watchS, long trainSteps, double stepsPerS, int robots, int threads, double windowS, long seed) {
    private static final int ROBOTS_STEP = 64;

    /**
     * Checks the values.
     *
     * @throws ConfigException in one line when one is out of range
     */
    public AdaptPlan {
        if (robots < ROBOTS_STEP || robots % ROBOTS_STEP != 0) {
            throw new ConfigException(robots + " simulated robots: expected a multiple of " + ROBOTS_STEP);
        }
    }
}
