package gaitd.tools.eval;

import gaitd.runtime.policy.fit.PolicyFit;

/**
 * Who walks.
 *
 * @param name for tables
 * @param fit the policy, null for the walk without one
 */
public record Subject(String name, PolicyFit fit) {
    /** The walk without a policy. */
    public static final Subject BASELINE = new Subject("baseline", null);
}
