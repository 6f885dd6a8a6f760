package gaitd.lab.walks;

import gaitd.runtime.config.Config;
import gaitd.runtime.policy.fit.PolicyFit;

/**
 * A policy to evaluate.
 *
 * @param name for tables
 * @param config of its robots, with the settings of its walk
 * @param fit the policy, null for the walk without one
 */
public record Subject(String name, Config config, PolicyFit fit) {
    /**
     * The walk without a policy.
     *
     * @param config of the robots
     * @return the subject
     */
    public static Subject baseline(final Config config) {
        return new Subject("baseline", config, null);
    }
}
