package gaitd.sim.robot;

import gaitd.hal.A1;
import gaitd.policies.learn.RandomStream;

/**
 * The air-pressure foot sensors: raw counts with an offset and a slow drift that differ from foot to foot.
 *
 * <p>By default 2 counts per newton of vertical force, so that a standing foot reads some 60 counts as public A1 code expects; recordings
 * of Go1 robots show 9 to 15, and offsets up to 120, which {@link Wear} can have. Allocates nothing after construction.
 */
final class FootPressure {
    private static final double DRIFT_PERIOD_S = 120;
    /** Peaks of walking robots end there. */
    private static final double FULL_SCALE_COUNTS = 1000;

    private final double[] offsetCounts = new double[A1.LEGS];
    private final double[] phase = new double[A1.LEGS];
    private final SensorNoise noise;
    private final Wear wear;

    FootPressure(final SensorNoise noise, final Wear wear) {
        this.noise = noise;
        this.wear = wear;
    }

    void draw(final RandomStream random) {
        for (int leg = 0; leg < A1.LEGS; leg++) {
            offsetCounts[leg] = noise.footOffsetCounts() * (2 * random.nextDouble() - 1);
            phase[leg] = random.nextDouble();
        }
    }

    int counts(final int leg, final double forceN, final double timeS, final double whiteNoise) {
        final double drift = wave(timeS / DRIFT_PERIOD_S + phase[leg]) - wave(phase[leg]);
        final double counts = Math.min(FULL_SCALE_COUNTS, wear.footCountsPerN[leg] * forceN)
                + (offsetCounts[leg] + wear.footOffsetCounts[leg])
                + (noise.footDriftCounts() + wear.footDriftCounts[leg]) * drift
                + wear.noiseScale * noise.footCounts() * whiteNoise;
        return (int) Math.rint(counts);
    }

    /** Triangle of period 1 between -1 and 1. */
    private static double wave(final double turns) {
        return 4 * Math.abs(turns - Math.rint(turns)) - 1;
    }
}
