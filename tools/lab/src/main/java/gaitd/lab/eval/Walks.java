package gaitd.lab.eval;

import gaitd.lab.walks.Interval;
import gaitd.sim.measure.WalkFigures;

/** Sums over the walks of one subject on one ground in one condition. */
public final class Walks {
    private final double[] sum = new double[Metric.COUNT];
    private final double[] squares = new double[Metric.COUNT];
    private final long[] count = new long[Metric.COUNT];
    private long episodes;
    private long successes;
    private long falls;
    private long faults;
    private long policiesOff;

    Walks() {}

    /** Takes a walk; the order decides the last bits of sums. */
    void take(final WalkEnd end) {
        end(end.success(), end.fell(), end.faulted(), end.policyOff());
        add(end.figures());
        if (end.success()) {
            add(Metric.TIME, end.figures().timeS());
        }
        add(Metric.REWARD, end.reward());
    }

    void end(final boolean success, final boolean fell, final boolean faulted, final boolean policyOff) {
        episodes++;
        successes += success ? 1 : 0;
        falls += fell ? 1 : 0;
        faults += faulted ? 1 : 0;
        policiesOff += policyOff ? 1 : 0;
    }

    /** Adds what is known of a walk. */
    void add(final WalkFigures walk) {
        add(Metric.VELOCITY_MAE, walk.forwardMaeMS());
        add(Metric.LATERAL_MAE, walk.leftMaeMS());
        add(Metric.YAW_RATE_MAE, walk.yawMaeRadS());
        add(Metric.SPEED, walk.meanForwardMS());
        add(Metric.POWER_MEAN, walk.meanPowerW());
        add(Metric.COST_OF_TRANSPORT, walk.costOfTransport());
        add(Metric.ROLL_PITCH_RATE_RMS, walk.rollPitchRmsRadS());
        add(Metric.TILT_RMS, walk.tiltRmsRad());
        add(Metric.SLIP, walk.slipMS());
    }

    void add(final Metric metric, final double value) {
        if (Double.isNaN(value)) {
            return;
        }
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
     * Walks that ended with a fall, as {@link gaitd.sim.measure.FallRule} has it.
     *
     * @return count
     */
    public long falls() {
        return falls;
    }

    /**
     * Walks that a fault of the robot ended, without a fall; other failures ran out of time or left the ground.
     *
     * @return count
     */
    public long faults() {
        return faults;
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
