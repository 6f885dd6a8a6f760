package gaitd.bench.switches;

import gaitd.runtime.fault.Fault;
import gaitd.runtime.policy.PolicyFault;

/**
 * How a walk with switches went.
 *
 * @param seed of the walk
 * @param switches made
 * @param walkedS time until its end, s
 * @param fell whether the robot fell
 * @param fault what ended it, or {@link Fault#NONE}
 * @param policyFault why a policy was taken off, or {@link PolicyFault#NONE}
 * @param stepRad greatest change of a joint's commanded angle from tick to tick, rad
 * @param onTiltRad greatest lean from switching a policy on until switching it off, rad
 * @param offTiltRad greatest lean from switching it off until switching it on, rad
 * @param speedMS mean forward velocity, m/s
 */
record SwitchOutcome(
        long seed,
        int switches,
        double walkedS,
        boolean fell,
        Fault fault,
        PolicyFault policyFault,
        double stepRad,
        double onTiltRad,
        double offTiltRad,
        double speedMS) {
    boolean passed() {
        return !fell && fault == Fault.NONE && policyFault == PolicyFault.NONE;
    }
}
