package gaitd.robot.adapt;

import gaitd.policies.learn.LearnedWeights;
import gaitd.policies.learn.NetPlan;
import gaitd.policies.learn.Rule;
import gaitd.robot.publication.PublicationSource;
import gaitd.runtime.config.ConfigException;

/**
 * How a policy is adapted.
 *
 * @param road where candidates come from
 * @param watchS walking time from which the robot is judged before anything is trained, s
 * @param trainSteps policy steps of simulated robots between two candidates
 * @param stepsPerS of them in a second of the robot
 * @param robots simulated at once
 * @param threads of the training
 * @param windowS length of the trials' windows, as control has it, s
 * @param box most that an output may differ from the shipped policy's, as control has it, in half widths of its bounds
 * @param deviation of exploration, as control has it, in half widths of the outputs' bounds
 * @param rule how gradients are computed; null for the rule that the policy learned by
 * @param weights what of the policy the robot's own steps change
 * @param seed decides what is drawn
 * @param published where policies come from that others made; null for all roads but {@link AdaptRoad#PUBLISHED}
 */
public record AdaptPlan(
        AdaptRoad road,
        double watchS,
        long trainSteps,
        double stepsPerS,
        int robots,
        int threads,
        double windowS,
        double box,
        double deviation,
        Rule rule,
        LearnedWeights weights,
        long seed,
        PublicationSource published) {
    private static final int ROBOTS_STEP = 8;

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

    /**
     * The rule that a network learns by.
     *
     * @param net as it was trained
     * @return the one asked for, or the one it learned by
     * @throws ConfigException in one line when the network cannot learn by it
     */
    Rule rule(final NetPlan net) {
        if (rule == null) {
            return net.rule();
        }
        if (!net.kind().learnsBy(rule)) {
            throw new ConfigException("--adapt-rule " + rule.key() + " does not suit a network of kind "
                    + net.kind().key() + "; expected " + net.rule().key() + ", by which it learned, or bptt");
        }
        return rule;
    }
}
