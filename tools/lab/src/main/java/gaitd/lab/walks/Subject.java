package gaitd.lab.walks;

import gaitd.policies.bundle.BundleFiles;
import gaitd.runtime.config.Config;
import gaitd.runtime.policy.fit.PolicyFit;

/**
 * A policy to evaluate.
 *
 * @param name for tables
 * @param config of its robots, with the settings of its walk
 * @param fit the policy, null for the walk without one
 * @param files what it was opened from, null for the walk without one
 */
public record Subject(String name, Config config, PolicyFit fit, BundleFiles files) {
    /**
     * The walk without a policy.
     *
     * @param config of the robots
     * @return the subject
     */
    public static Subject baseline(final Config config) {
        return new Subject("baseline", config, null, null);
    }
}
