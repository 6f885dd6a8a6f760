package gaitd.bench.faults;

import gaitd.policies.learn.RandomStream;

/**
 * One run of the campaign.
 *
 * @param cell component and type, such as {@code joint.angle.stuck}; empty for a run without a fault
 * @param fault the fault with its part, such as {@code joint.FR_calf.angle.stuck}; empty for none
 * @param activity what the robot is doing
 * @param seed decides noise and when the fault begins
 */
record TrialCase(String cell, String fault, Activity activity, long seed) {
    /** The same run without the fault. */
    TrialCase clean() {
        return new TrialCase("", "", activity, seed);
    }

    /** What is wrong with the operator; null when nothing is. */
    OperatorFault operatorFault() {
        return OperatorFault.of(fault);
    }

    /** Time from the activity's beginning to the fault, s. */
    double delayS() {
        return activity.delayS(share());
    }

    /** Drawn from the seed, 0 to 1. */
    double share() {
        return (RandomStream.seed(seed, activity.ordinal()) >>> 11) * 0x1p-53;
    }

    /** Its name in tables and patterns. */
    String key() {
        return fault + " " + activity.key + " " + seed;
    }
}
