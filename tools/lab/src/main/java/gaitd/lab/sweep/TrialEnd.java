package gaitd.lab.sweep;

import java.io.Serializable;

/**
 * What a training came to; nothing in it depends on how long it took.
 *
 * @param reward mean sum of rewards over the last tenth of its iterations, NaN when no episode had ended
 * @param success share of successes over these
 * @param length of episodes over these, steps
 * @param iterations that were done
 * @param steps policy steps that were done
 * @param curveSteps policy steps at some places of its curve, which a longer training of the same plan has, too
 * @param curveReward reward there
 * @param failure why it ended before its time, null when it did not
 * @param bundle the policy, null where the plan was not done or makes none; not to be changed
 */
@SuppressWarnings("ArrayRecordComponent")
record TrialEnd(
        double reward,
        double success,
        double length,
        long iterations,
        long steps,
        double[] curveSteps,
        double[] curveReward,
        String failure,
        byte[] bundle)
        implements Serializable {
    /** The reward by which trials are ranked; one that failed is behind all others. */
    double ranked() {
        return failure != null || Double.isNaN(reward) ? Double.NEGATIVE_INFINITY : reward;
    }
}
