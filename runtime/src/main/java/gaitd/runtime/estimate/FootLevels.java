package gaitd.runtime.estimate;

import java.util.Arrays;

/**
 * What the counts of one foot's sensor mean: its offset, from the steps of the last two seconds, and its usual load.
 *
 * <p>A foot that steps reads its offset in swing, so the least of the window is that; nothing need be known of counts per newton or
 * of offsets, which differ from robot to robot and foot to foot by tens of counts. A foot that did not step keeps what it learned,
 * and while its leg carries nothing its offset follows the counts. A value that one reading alone has is passed over. Called once a
 * tick; allocates nothing.
 */
final class FootLevels {
    private static final double BUCKET_S = 0.25;
    private static final int BUCKETS = 8;
    /** Least range of counts that a step has; noise and drift of a standing foot have less. */
    private static final double STEP_COUNTS = 30;
    /** Shares of its usual load at which a foot begins to count as standing, and does. */
    private static final double STANDS_FROM = 0.1;

    private static final double STANDS_FULLY = 0.3;
    /** The same in counts, at the least: offsets that are not known yet, noise. */
    private static final double LEAST_FROM = 15;

    private static final double LEAST_FULLY = 45;
    private static final double FREE_TIME_S = 2;
    private static final double LOAD_TIME_S = 0.5;

    private final double periodS;
    private final double[] least = new double[BUCKETS];
    private final double[] most = new double[BUCKETS];
    private int bucket;
    private double bucketS;
    private double before;
    private boolean begun;
    private double offset;
    private double load;
    private boolean steps;

    FootLevels(final double periodS) {
        this.periodS = periodS;
        reset();
    }

    void reset() {
        Arrays.fill(least, Double.POSITIVE_INFINITY);
        Arrays.fill(most, Double.NEGATIVE_INFINITY);
        bucket = 0;
        bucketS = 0;
        before = 0;
        begun = false;
        offset = 0;
        load = 0;
        steps = false;
    }

    /**
     * One reading.
     *
     * @param counts of the sensor
     * @param free whether the leg's torques say that it carries nothing
     */
    void update(final double counts, final boolean free) {
        bucketS += periodS;
        if (bucketS > BUCKET_S) {
            bucketS = periodS;
            bucket = (bucket + 1) % BUCKETS;
            least[bucket] = Double.POSITIVE_INFINITY;
            most[bucket] = Double.NEGATIVE_INFINITY;
        }
        final double last = begun ? before : counts;
        least[bucket] = Math.min(least[bucket], Math.max(counts, last));
        most[bucket] = Math.max(most[bucket], Math.min(counts, last));
        before = counts;
        begun = true;
        double low = least[0];
        double high = most[0];
        for (int i = 1; i < BUCKETS; i++) {
            low = Math.min(low, least[i]);
            high = Math.max(high, most[i]);
        }
        steps = high - low > STEP_COUNTS;
        if (steps) {
            offset = low;
        } else if (free) {
            offset += periodS / FREE_TIME_S * (counts - offset);
        }
        if (counts - offset > LEAST_FULLY) {
            load += periodS / LOAD_TIME_S * (counts - offset - load);
        }
    }

    /** How sure the counts say that the foot stands, 0 to 1. */
    double pressure() {
        final double from = Math.max(LEAST_FROM, STANDS_FROM * load);
        final double fully = Math.max(LEAST_FULLY, STANDS_FULLY * load);
        return Math.clamp((before - offset - from) / (fully - from), 0.0, 1.0);
    }

    /** Whether it stepped within the window: then its counts are worth more than torques, which real legs show in swing, too. */
    boolean steps() {
        return steps;
    }
}
