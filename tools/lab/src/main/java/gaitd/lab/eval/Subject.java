package gaitd.lab.eval;

import gaitd.runtime.config.Config;
import gaitd.runtime.policy.fit.PolicyFit;

/**
 * Who walks.
 *
 * @param name for tables
 * @param config what its robots are like, with the settings of its walk
 * @param fit the policy, null for the walk without one
 */
public record Subject(String name, Config config, PolicyFit fit) {
    /**
     * The walk without a policy.
     *
     * @param config what robots are like
     * @return who walks
     */
    public static Subject baseline(final Config config) {
        return new Subject("baseline", config, null);
    }
}
