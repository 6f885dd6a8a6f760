package gaitd.robot.adapt;

/**
 * Judges a trial: pairs of windows, one of the incumbent and one of the candidate after it, on the same ground.
 *
 * <p>The differences of the pairs' rewards are compared with zero by Student's t, one-sided, from {@link #PAIRS_MIN} pairs on. A
 * candidate is accepted when it is better at 99 %, refused when it is worse at 95 %, and refused as no better after {@link #PAIRS_MAX}
 * pairs. Looking after each pair makes mistakes more likely than in one look: of candidates that are no different fewer than 1 in 20
 * are accepted, as {@code TrialJudgeTest} counts.
 */
public final class TrialJudge {
    /** Least number of pairs. */
    public static final int PAIRS_MIN = 4;
    /** Pairs after which a candidate that was not better is refused. */
    public static final int PAIRS_MAX = 12;

    /** One-sided quantiles of Student's t by degrees of freedom, from 3. */
    private static final double[] T99 = {4.541, 3.747, 3.365, 3.143, 2.998, 2.896, 2.821, 2.764, 2.718};

    private static final double[] T95 = {2.353, 2.132, 2.015, 1.943, 1.895, 1.860, 1.833, 1.812, 1.796};

    /** What the pairs say. */
    public enum Judgement {
        /** Not enough to tell. */
        GOES_ON,
        /** The candidate is better. */
        BETTER,
        /** The candidate is worse. */
        WORSE,
        /** No difference was found. */
        NO_BETTER
    }

    private int pairs;
    private double mean;
    private double squares;

    /**
     * Adds a pair.
     *
     * @param incumbent reward a second of its window
     * @param candidate reward a second of the other one
     * @return what all pairs say
     */
    public Judgement add(final double incumbent, final double candidate) {
        pairs++;
        final double difference = candidate - incumbent;
        final double step = difference - mean;
        mean += step / pairs;
        squares += step * (difference - mean);
        return judgement();
    }

    private Judgement judgement() {
        if (pairs < PAIRS_MIN) {
            return Judgement.GOES_ON;
        }
        final int freedom = Math.min(pairs - PAIRS_MIN, T99.length - 1);
        if (mean > T99[freedom] * error()) {
            return Judgement.BETTER;
        }
        if (mean < -T95[freedom] * error()) {
            return Judgement.WORSE;
        }
        return pairs >= PAIRS_MAX ? Judgement.NO_BETTER : Judgement.GOES_ON;
    }

    /**
     * Pairs so far.
     *
     * @return a count
     */
    public int pairs() {
        return pairs;
    }

    /**
     * Mean of candidate less incumbent.
     *
     * @return reward a second
     */
    public double mean() {
        return mean;
    }

    /**
     * Standard error of that mean.
     *
     * @return reward a second; NaN before the second pair
     */
    public double error() {
        return pairs < 2 ? Double.NaN : Math.sqrt(squares / (pairs - 1) / pairs);
    }
}
