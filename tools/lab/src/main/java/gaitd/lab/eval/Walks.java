package gaitd.lab.eval;

/** Sums over the walks of one subject on one ground in one condition. */
public final class Walks {
    private final double[] sum = new double[Metric.COUNT];
    private final double[] squares = new double[Metric.COUNT];
    private final long[] count = new long[Metric.COUNT];
    private long episodes;
    private long successes;
    private long falls;
    private long policiesOff;

    Walks() {}

    void end(final boolean success, final boolean fell, final boolean policyOff) {
        episodes++;
        successes += success ? 1 : 0;
        falls += fell ? 1 : 0;
        policiesOff += policyOff ? 1 : 0;
    }

    void add(final Metric metric, final double value) {
        sum[metric.ordinal()] += value;
        squares[metric.ordinal()] += value * value;
        count[metric.ordinal()]++;
    }

    /**
     * A mean over walks.
     *
     * @param metric which
     * @return with its interval
     */
    public Interval mean(final Metric metric) {
        final int m = metric.ordinal();
        return Interval.mean(sum[m], squares[m], count[m]);
    }

    /**
     * Share of walks that went all the way.
     *
     * @return with its interval
     */
    public Interval success() {
        return Interval.share(successes, episodes);
    }

    /**
     * Number of walks.
     *
     * @return count
     */
    public long episodes() {
        return episodes;
    }

    /**
     * Walks that ended with a fall, body contact or a fault of the robot; other failures ran out of time or left the ground.
     *
     * @return count
     */
    public long falls() {
        return falls;
    }

    /**
     * Walks in which the policy was taken off for a fault of its own.
     *
     * @return count
     */
    public long policiesOff() {
        return policiesOff;
    }
}
