package gaitd.policies.cell.plan;

/** Many values to one. A running value begins at {@link #start}, takes each x by {@link #add} and becomes the result by {@link #end}. */
public enum PlanReduction {
    /** Sum. */
    SUM,
    /** Sum divided by the number of values. */
    MEAN,
    /** Greatest. */
    MAX,
    /** Least. */
    MIN,
    /** Sum of sizes. */
    L1,
    /** Square root of the sum of squares. */
    L2,
    /** Sum of squares. */
    SQUARES;

    /**
     * Before the first value.
     *
     * @return the running value
     */
    public double start() {
        return switch (this) {
            case MAX -> Double.NEGATIVE_INFINITY;
            case MIN -> Double.POSITIVE_INFINITY;
            case SUM, MEAN, L1, L2, SQUARES -> 0;
        };
    }

    /**
     * Takes one value.
     *
     * @param running of the values before
     * @param x the value
     * @return the running value with it
     */
    public double add(final double running, final double x) {
        return switch (this) {
            case SUM, MEAN -> running + x;
            case MAX -> Math.max(running, x);
            case MIN -> Math.min(running, x);
            case L1 -> running + Math.abs(x);
            case L2, SQUARES -> running + x * x;
        };
    }

    /**
     * After the last value.
     *
     * @param running of all values
     * @param count how many
     * @return the result
     */
    public double end(final double running, final int count) {
        return switch (this) {
            case MEAN -> running / count;
            case L2 -> Math.sqrt(running);
            case SUM, MAX, MIN, L1, SQUARES -> running;
        };
    }
}
