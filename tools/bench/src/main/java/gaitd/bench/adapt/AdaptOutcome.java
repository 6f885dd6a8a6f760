package gaitd.bench.adapt;

import gaitd.policies.text.FormatException;
import gaitd.policies.text.JsonFields;
import java.util.Arrays;

/**
 * How a walk went.
 *
 * @param walk what it was of
 * @param reward true reward a second of every {@link #WINDOW_S} of walking; not modified
 * @param falls by the ground truth
 * @param stops walks that a guard ended without a fall
 * @param tried versions tried
 * @param accepted versions accepted
 * @param rolledBack versions taken off by a guard, a margin or a bad output
 * @param tiltDeg greatest lean while it walked, deg
 */
@SuppressWarnings("ArrayRecordComponent")
record AdaptOutcome(
        AdaptCase walk,
        double[] reward,
        int falls,
        int stops,
        int tried,
        int accepted,
        int rolledBack,
        double tiltDeg) {
    /** Time that a reward is the mean of, s. */
    static final int WINDOW_S = 10;

    /**
     * An outcome as it was written.
     *
     * @param fields named as the components
     * @return the outcome
     * @throws FormatException when one is missing or of another kind
     */
    static AdaptOutcome of(final JsonFields fields) throws FormatException {
        final AdaptCase walk = AdaptCase.of(fields.object("walk"));
        return new AdaptOutcome(
                walk,
                fields.vector("reward", walk.seconds() / WINDOW_S),
                fields.integer("falls", 0, Integer.MAX_VALUE),
                fields.integer("stops", 0, Integer.MAX_VALUE),
                fields.integer("tried", 0, Integer.MAX_VALUE),
                fields.integer("accepted", 0, Integer.MAX_VALUE),
                fields.integer("rolledBack", 0, Integer.MAX_VALUE),
                fields.number("tiltDeg"));
    }

    /** Mean reward a second over some windows before a time, s; fewer at the beginning. */
    double before(final int timeS, final int windows) {
        final int end = Math.min(timeS / WINDOW_S, reward.length);
        return Arrays.stream(reward, Math.max(0, end - windows), end).average().orElseThrow();
    }
}
